"""A folded text as atoms - numbers, marks and words with their meanings - and as a string of one letter an atom.

The grammars of days, clock times and relative texts are regular expressions over that string. Letters of numbers:
`d` one or two digits, `t` three, `y` four, `b` more, `Q` a date in numbers, `C` a clock time. Marks stand for
themselves or `,`; brackets are `(`, separators of parts `|`. Words: the kinds of words.tsv, `X` for an unknown one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from newscrawl.text.dates.cutting import Token, cut
from newscrawl.text.dates.vocabulary import BY_PRESS, EVERY, VOCABULARY, Meanings

_DAY_ORDER = "MWPZRYODEHncTALFGUNIV"
_AFTER_NUMBER = "MYODE" + _DAY_ORDER  # 17日 is a day, (日) is Sunday
_ORDER_AFTER = {
    "C": "PZH" + _DAY_ORDER,
    "d": _AFTER_NUMBER,
    "t": _AFTER_NUMBER,
    "y": "YA" + _DAY_ORDER,
    "Q": "A" + _DAY_ORDER,
}  # 2016م: AD, not pm
_RELATIVE_ORDER = "UGNIRLFTWPZMYODEHncAV"
_NUMBER_LETTERS = {1: "d", 2: "d", 3: "t", 4: "y"}
_MARKS = {
    **{char: char for char in ".-/:+'"},
    **dict.fromkeys("()[]{}", "("),
    **dict.fromkeys("|•·;→»*", "|"),
}  # fmt: skip


@dataclass(slots=True)
class Atom:
    """A number, mark or word."""

    text: str
    start: int
    end: int
    letter: str = ""
    meanings: Meanings = field(default_factory=dict)

    def has(self, kind: str) -> bool:
        """Tell whether the word can mean this."""
        return kind in self.meanings


def _find_phrase(tokens: list[Token], at: int, language: str | None) -> tuple[int, str, Meanings]:
    """Find the longest known phrase that starts with a token: how many tokens, its text, its meanings."""
    for length in range(min(VOCABULARY.longest(tokens[at].text), len(tokens) - at), 0, -1):
        words = tokens[at : at + length]
        if all(word.kind in ("word", "han", "number") for word in words):
            phrase = " ".join(word.text for word in words)
            if meanings := VOCABULARY.find(phrase, language):
                return length, phrase, meanings
    return 0, "", {}


def _cut_run(token: Token, language: str | None) -> list[Atom]:
    """Cut a run of a script without spaces into the longest known words, from the left."""
    atoms, at = [], 0
    while at < len(token.text):
        for length in range(min(VOCABULARY.longest_run(token.text[at]), len(token.text) - at), 0, -1):
            word = token.text[at : at + length]
            if meanings := VOCABULARY.find(word, language):
                break
        else:
            word, meanings = token.text[at], {}
        atoms.append(Atom(word, token.start + at, token.start + at + len(word), meanings=meanings))
        at += len(word)
    return atoms


_PREFIXES = {"he": "בלמהו", "ar": "ولبف"}
_AFTER_PREFIX = frozenset("MWURPT")


def _cut_prefix(token: Token) -> Meanings:
    """Find a Hebrew or Arabic word behind the one-letter word that is written with it: בפברואר, وساعتين."""
    for letters in _PREFIXES.values():
        if token.text[0] in letters:
            meanings = VOCABULARY.find(token.text[1:], None)
            return {kind: value for kind, value in meanings.items() if kind in _AFTER_PREFIX}
    return {}


def _read_words(tokens: list[Token], language: str | None) -> list[Atom]:
    atoms: list[Atom] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length, phrase, meanings = _find_phrase(tokens, at, language) if token.kind in ("word", "han") else (0, "", {})
        if length:
            atoms.append(Atom(phrase, token.start, tokens[at + length - 1].end, meanings=meanings))
        elif token.kind == "han":
            atoms += _cut_run(token, language)
        elif token.kind == "word" and "'" in token.text:
            parts = [part for part in cut(token.text.replace("'", " ")) if part.kind == "word"]
            atoms += [Atom(p.text, token.start, token.end, meanings=VOCABULARY.find(p.text, language)) for p in parts]
        elif token.kind == "word":
            atoms.append(Atom(token.text, token.start, token.end, meanings=_cut_prefix(token)))
        else:
            atoms.append(Atom(token.text, token.start, token.end, letter=_letter(token)))
        at += length or 1
    return atoms


def _letter(token: Token) -> str:
    if token.kind == "number":
        return _NUMBER_LETTERS.get(len(token.text), "b")
    return {"clock": "C", "numeric": "Q"}.get(token.kind) or _MARKS.get(token.text, ",")


def _guess_language(atoms: list[Atom]) -> str | None:
    """Name the language that knows most of the words; None unless the words' meanings hang on it."""
    words = Counter(atom.text for atom in atoms if not atom.letter and atom.meanings)
    votes: defaultdict[str, float] = defaultdict(float)
    for word, times in words.items():
        languages = VOCABULARY.languages(word) - {EVERY}
        for language in languages:
            votes[language] += times / len(languages)  # a word of few languages says more
    most = max(votes.values(), default=0)
    best = {language for language, count in votes.items() if count == most}
    return next((language for language in BY_PRESS if language in best), None) if best else None


def read_atoms(folded: str, language: str | None) -> list[Atom]:
    """Read a folded text into atoms, in the language given or else the one that its words speak for."""
    tokens = cut(folded)
    atoms = _read_words(tokens, language)
    if language is None and any(len(atom.meanings) > 1 for atom in atoms):
        guessed = _guess_language(atoms)
        atoms = _read_words(tokens, guessed) if guessed else atoms
    before = ","
    for atom in atoms:
        if not atom.letter:
            order = _ORDER_AFTER.get(before, _DAY_ORDER)
            atom.letter = next((kind for kind in order if kind in atom.meanings), "X")
        before = atom.letter
    return _move_clock(_join_months(atoms))


def _move_clock(atoms: list[Atom]) -> list[Atom]:
    """Put the year of ctime's "Feb 17 10:20:00 2016" before the clock."""
    if match := re.search("(?:Md|dM),?(CZ?),?(y)", spell(atoms)):
        clock, year = match.span(1), match.start(2)
        return [*atoms[: clock[0]], atoms[year], *atoms[slice(*clock)], *atoms[year + 1 :]]
    return atoms


def _join_months(atoms: list[Atom]) -> list[Atom]:
    """Make one atom of a month named twice: شباط/فبراير, كانون الثاني (يناير)."""
    joined: list[Atom] = []
    for atom in atoms:
        if _is_again(atom, joined):
            joined[-1] = Atom(")", joined[-1].start, joined[-1].end, letter="(")
        else:
            joined.append(atom)
    return joined


def _is_again(atom: Atom, before: list[Atom]) -> bool:
    return (
        len(before) > 1
        and (before[-2].letter, atom.letter) == ("M", "M")
        and before[-1].letter in "/(-,"
        and before[-2].meanings["M"] == atom.meanings["M"]
    )


def spell(atoms: list[Atom]) -> str:
    """Write atoms as a string, each word by what it means in a date."""
    return "".join(atom.letter for atom in atoms)


def spell_relative(atoms: list[Atom]) -> str:
    """Write atoms as a string, each word by what it means in "3 hours ago"."""
    return "".join(
        next((kind for kind in _RELATIVE_ORDER if kind in atom.meanings), atom.letter) if atom.meanings else atom.letter
        for atom in atoms
    )
