"""What calendar words mean, by language: the tables words.tsv, zones.tsv and cldr.tsv. Knows no grammar of dates."""

from __future__ import annotations

from importlib.resources import files
from itertools import product

from newscrawl.text.dates.cutting import cut, fold

Meanings = dict[str, str]
"""Kind of word -> value; the kinds are explained at the top of words.tsv."""

EVERY = "*"
# Where languages differ on a word and nothing tells which one it is: the larger press first.
BY_PRESS = (
    "en ar fa es fr de ru pt tr it ur zh ja hi bn id vi pl nl ko he uk ckb ps el ro cs hu sv th bg sr da fi nb no sk "
    "hr ca zh-hant ms az kk uz"
).split()
_RANK = {language: rank for rank, language in enumerate(BY_PRESS)}
_SAME = {"nb": "no", "nn": "no", "in": "id", "iw": "he", "fil": "tl", "ku": "ckb"}

_NOTHING: Meanings = {}
_CALENDAR_KINDS = frozenset("MWURG")
_EZAFE = "\u064a"  # Sorani links a month to its year with ya: شوباتی ٢٠١٦


def _read_table(name: str) -> list[list[str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _key(phrase: str) -> str:
    return " ".join(token.text for token in cut(fold(phrase)) if token.kind in ("word", "han", "number"))


def _keys(phrases: str) -> list[str]:
    return [_key(phrase) for phrase in phrases.split("|")]


def _read_zones() -> list[tuple[str, str, str, list[str]]]:
    rows, intros, cities = [], {}, []
    for languages, value, phrases in _read_table("zones.tsv"):
        if value == "intro":
            intros[languages] = _keys(phrases)
        elif value.startswith("city "):
            cities.append((languages, value.removeprefix("city "), _keys(phrases)))
        else:
            rows.append((languages, "Z", value, _keys(phrases)))
    for languages, value, names in cities:
        pairs = product(intros[languages], names)
        rows.append((languages, "Z", value, [f"{intro} {name}" for intro, name in pairs]))
    return rows


class Vocabulary:
    """The words of all languages, found by their folded spelling."""

    def __init__(self) -> None:
        """Read the tables that come with the package."""
        self._entries: dict[str, dict[tuple[str, str], set[str]]] = {}
        self._found: dict[tuple[str, str | None], Meanings] = {}  # as large as the tables, at most
        self._longest: dict[str, int] = {}
        self._longest_run: dict[str, int] = {}
        own: set[tuple[str, str, str]] = set()
        words = [
            (languages, kind, value, _keys(phrases)) for languages, kind, value, phrases in _read_table("words.tsv")
        ]
        for languages, kind, value, phrases in [*words, *_read_zones()]:
            for phrase in phrases:
                for language in languages.split(","):
                    self._add(phrase, kind, value, language)
                    own.add((phrase, kind, language))
                    if language == "ckb" and kind == "M":
                        self._add(phrase + _EZAFE, kind, value, language)
        for language, kind, value, folded in _read_table("cldr.tsv"):
            for phrase in folded.split("|"):
                if (phrase, kind, language.lower()) not in own:
                    self._add(phrase, kind, value, language.lower())

    def _add(self, phrase: str, kind: str, value: str, language: str) -> None:
        self._entries.setdefault(phrase, {}).setdefault((kind, value), set()).add(_SAME.get(language, language))
        first, _, rest = phrase.partition(" ")
        self._longest_run[phrase[:1]] = max(self._longest_run.get(phrase[:1], 0), len(phrase))
        self._longest[first] = max(self._longest.get(first, 0), rest.count(" ") + 2 if rest else 1)

    def longest(self, first: str) -> int:
        """Tell how many words the longest phrase has that starts with this word; 0 for none."""
        return self._longest.get(first, 0)

    def longest_run(self, first: str) -> int:
        """Tell how many characters the longest word has that starts with this one; 0 for none."""
        return self._longest_run.get(first, 0)

    def languages(self, phrase: str) -> set[str]:
        """Name the languages that have a phrase as a calendar word, or else those that have it at all."""
        entries = self._entries.get(phrase, {})
        strong = [known for (kind, _), known in entries.items() if kind in _CALENDAR_KINDS]
        return set().union(*(strong or entries.values()))

    def find(self, phrase: str, language: str | None) -> Meanings:
        """Give a phrase's meanings: in the language if it has some there, else in all; {} for an unknown one."""
        if phrase not in self._entries:
            return _NOTHING
        if (phrase, language) not in self._found:
            self._found[phrase, language] = self._merge(self._entries[phrase], language)
        return self._found[phrase, language]

    @staticmethod
    def _merge(entries: dict[tuple[str, str], set[str]], language: str | None) -> Meanings:
        if language:
            own = {kind: value for (kind, value), known in entries.items() if language in known or EVERY in known}
            if own:
                return own
        meanings: dict[str, tuple[int, str]] = {}
        for (kind, value), known in entries.items():
            rank = min(-1 if name == EVERY else _RANK.get(name, len(_RANK)) for name in known)
            if kind not in meanings or rank < meanings[kind][0]:
                meanings[kind] = (rank, value)
        return {kind: value for kind, (_, value) in meanings.items()}


def base_language(tag: str | None) -> str | None:
    """Reduce a BCP 47 tag to the language the tables know: `ar-IQ` -> `ar`, `zh-TW` -> `zh-hant`."""
    if not tag:
        return None
    parts = tag.lower().replace("_", "-").split("-")
    if parts[0] == "zh" and {"tw", "hk", "mo", "hant"} & set(parts):
        return "zh-hant"
    if parts[0] == "sr" and "latn" in parts:
        return "sr-latn"
    return _SAME.get(parts[0], parts[0])


VOCABULARY = Vocabulary()
"""Read once, with the module: the first date costs no more than the second."""
