"""Invented news stories in many languages, told by chance from the sentences under `texts/`; same seed, same story.

How a story is dressed up as a page (repeated headlines, read-also lines, pleas) is in `shapes.py`.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
SLOT = re.compile(r"\{([a-z]+)(\d?)(?::(\d+)-(\d+))?\}")
CHOICE = re.compile(r"<([^<>]*)>")
FIRST_DAY = datetime(2024, 2, 3, 7, 40)


@dataclass
class Topic:
    """Sentences on one subject, by their letter: H headline, K kicker, L lead, P sentence, S subhead, C caption."""

    name: str
    lines: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Texts:
    """Everything written in one language."""

    language: str
    slots: dict[str, list[str]]
    topics: list[Topic]
    lists: dict[str, list[str]]


@dataclass
class Comment:
    author: str
    text: str
    reply: bool = False


@dataclass
class Story:
    """One story before it is laid out; all texts as they will be printed."""

    number: int
    topic: str
    headline: str
    kicker: str
    paragraphs: list[str]
    subheads: list[str]
    caption: str
    bullets: list[str]
    quotehead: str
    author: str
    agency: str
    city: str
    tags: list[str]
    category: str
    published: datetime
    comments: list[Comment]
    teller: Teller


def load_texts(language: str, voice: str = "") -> Texts:
    """Read the texts of one language; a voice has other words of its own for what stands around a story."""
    texts = read_texts(TEXTS / f"{language}.txt", language)
    if voice:
        other = read_texts(TEXTS / "voices" / f"{voice}.txt", language)
        words = {line.split(": ", 1)[0]: line for line in [*texts.lists["words"], *other.lists.get("words", [])]}
        texts.lists |= {**other.lists, "words": list(words.values())}
    return texts


def read_texts(path: Path, language: str) -> Texts:
    """Read one file of texts."""
    slots: dict[str, list[str]] = {}
    topics: list[Topic] = []
    lists: dict[str, list[str]] = {}
    section = ""
    for line in path.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("["):
            section = line.strip("[]")
            if section.startswith("topic "):
                topics.append(Topic(section[6:]))
        elif section == "slots":
            name, values = line.split(": ", 1)
            slots[name] = [value.strip() for value in values.split(" | ")]
        elif section.startswith("topic "):
            topics[-1].lines.setdefault(line[0], []).append(line[2:].strip())
        else:
            lists.setdefault(section, []).append(line.removeprefix("P ").strip())
    return Texts(language, slots, topics, lists)


class Teller:
    """Fills the slots of one story: a name keeps its value through the story, a number is fresh each time."""

    def __init__(self, texts: Texts, seed: str) -> None:
        self.texts = texts
        self.rng = random.Random(seed)
        self.orders = {name: self.rng.sample(values, len(values)) for name, values in texts.slots.items()}

    def reshuffle(self, first: bool) -> None:
        """Give the names other values; the story's first ones only when nothing else helps."""
        for name, order in self.orders.items():
            rest = order if first else order[1:]
            self.orders[name] = [*order[: len(order) - len(rest)], *self.rng.sample(rest, len(rest))]

    def tell(self, line: str, **known: str) -> str:
        """Fill one line."""
        line = CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), line)

        def fill(found: re.Match[str]) -> str:
            name, which, low, high = found.groups()
            if low:
                return str(self.rng.randint(int(low), int(high)))
            if name in known:
                return known[name]
            order = self.orders[name]
            return order[(int(which or 1) - 1) % len(order)]

        return upper_first(SLOT.sub(fill, line))

    def pick(self, section: str, **known: str) -> str:
        return self.tell(self.rng.choice(self.texts.lists[section]), **known)


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


class Desk:
    """Writes the stories of one site; no sentence is printed twice on it."""

    def __init__(self, language: str, site: str, voice: str = "") -> None:
        self.texts = load_texts(language, voice)
        self.site = site
        self.seen: set[str] = set()

    def write(self, number: int, sentences: int) -> Story:
        teller = Teller(self.texts, f"{self.site}:{number}")
        topic = self.texts.topics[number % len(self.texts.topics)]
        lines, lists = topic.lines, self.texts.lists
        pool = teller.rng.sample(lines["P"], len(lines["P"])) + teller.rng.sample(lists["general"], 3)
        which = teller.rng.randrange(len(lines["H"]))
        told = [self.fresh(teller, [lines["L"][min(which, len(lines["L"]) - 1)]])]
        told += [
            self.fresh(teller, [line]) for line in sorted(pool[:sentences], key=lambda line: line in lists["general"])
        ]
        published = FIRST_DAY + timedelta(days=3 * number, minutes=teller.rng.randint(0, 700))
        return Story(
            number=number,
            topic=topic.name,
            headline=self.fresh(teller, [lines["H"][which]]),
            kicker=teller.tell(teller.rng.choice(lines["K"])),
            paragraphs=grouped(told, teller.rng),
            subheads=[teller.tell(line) for line in lines.get("S", [])],
            caption=teller.tell(teller.rng.choice(lines["C"])),
            bullets=[teller.tell(line) for line in lists["bullets"]],
            quotehead=lists["quotehead"][0],
            author=teller.pick("author"),
            agency=teller.pick("agencies"),
            city=teller.tell("{city}"),
            tags=[teller.tell("{city}"), teller.tell("{quarter}"), teller.rng.choice(lists["categories"])],
            category=teller.rng.choice(lists["categories"]),
            published=published,
            comments=[],
            teller=teller,
        )

    def fresh(self, teller: Teller, lines: list[str]) -> str:
        """Tell one of the lines in words (digits aside) that this site has not printed yet."""
        for attempt in range(60):
            text = teller.tell(teller.rng.choice(lines))
            if (key := re.sub(r"\d+", "#", text)) not in self.seen:
                break
            teller.reshuffle(first=attempt > 20)
        self.seen.add(key)
        return text

    def comments(self, story: Story, many: int, long: bool = False) -> list[Comment]:
        """Readers' comments, some of them answers, long ones in the words of other stories."""
        rng, lists = story.teller.rng, self.texts.lists
        found = []
        for place in range(many):
            words = rng.sample(lists["comments"], rng.choice([1, 1, 2, 2, 3]))
            if long:
                other = Teller(self.texts, f"{self.site}:{story.number}:reader:{place}")
                topic = self.texts.topics[(story.number + place) % len(self.texts.topics)]
                words += [self.fresh(other, [line]) for line in topic.lines["P"][:5]]
            text = " ".join(words[:2]) + ("\n\n" + " ".join(words[2:]) if words[2:] else "")
            found.append(Comment(rng.choice(lists["commenters"]), text, place > 0 and rng.random() < 0.35))
        return found


def grouped(sentences: list[str], rng: random.Random) -> list[str]:
    """Put sentences into paragraphs of one or two."""
    found: list[str] = []
    for place, sentence in enumerate(sentences):
        if place > 1 and rng.random() < 0.35:
            found[-1] += " " + sentence
        else:
            found.append(sentence)
    return found
