"""A long stream of articles like a week's real ones, for measuring speed and size: python bench/dedup_stream.py [BENCH]

Real articles are cut into clauses and put together anew; a tenth of the stream are edited copies. What recurs from one
article to another must recur as in real press, or an index is measured on keys that no archive has: so words whose
three-word runs stand in one real article only are mostly exchanged (Good and Turing: such a run is met again a fifth
as often), and common formulas stay. Run by itself it prints key and candidate statistics of both, side by side.

Each article is made from its number alone, so a copy may repeat any earlier one without a memory of all.
"""

import random
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

import numpy
from dedup_pairs import load_generator, saudinews

from newscrawl.dedup import Reading
from newscrawl.dedup.finder import CAP, FEW_KEYS, LEAST_KEYS, LEAST_SHARED
from newscrawl.items import Article

CLAUSE = 9
"""Words taken together; a clause of the lead comes from a lead."""
COPIES = 0.1
RECENT, RECENT_SHARE = 5_000, 0.8
"""Most copies repeat one of the last so many; the others any earlier one."""
NOVEL = {1: 0.35, 2: 0.15, 3: 0.08}
"""Share of the words of a source that are exchanged whenever they are taken, by the number of real articles that have
their most frequent run of three: it leaves 0.27, 0.61 and 0.78 of such runs."""
EXCHANGED = 0.1
"""Chance of any other word of a run of fewer than eight articles."""
FRESH = 0.01
"""Exchanged words that nobody wrote before: archives never stop meeting names."""
PARAGRAPH = 45
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
SPACING = timedelta(seconds=30)


class Stream:
    """The articles of a stream by number; `copy_of` says which repeat which."""

    def __init__(self, bench: Path, seed: int = 5):
        self._seed, self._generator = seed, load_generator(bench)
        articles = distinct(saudinews(bench))
        texts = [one.body.split() for one in articles]
        texts = [words for words in texts if len(words) > CLAUSE]
        self.words = sorted({word for words in texts for word in words})
        numbers = {word: number for number, word in enumerate(self.words)}
        self._flat = numpy.array([numbers[word] for words in texts for word in words])
        self._lengths = numpy.array([len(words) for words in texts])
        self._starts = numpy.cumsum(self._lengths) - self._lengths
        self._chance = exchange_chances(texts, numpy.random.default_rng(seed))
        self._outlets = sorted({one.outlet for one in articles})

    def copy_of(self, number: int) -> int | None:
        """Return the number of the article that this one repeats; None for an original."""
        rng = random.Random(self._seed << 32 | number)
        if not number or rng.random() >= COPIES:
            return None
        recent = rng.random() < RECENT_SHARE
        source = rng.randrange(max(0, number - RECENT) if recent else 0, number)
        while (before := self.copy_of(source)) is not None:
            source = before
        return source

    def article(self, number: int) -> Article:
        """Return an article."""
        source = self.copy_of(number)
        body = self._body(number if source is None else source)
        if source is not None:
            body = self._edited(body, random.Random(number))
        return Article(
            id=blake2b(number.to_bytes(8, "little"), digest_size=8).hexdigest(),
            outlet=self._outlets[number % len(self._outlets)],
            headline=" ".join(body.split()[2:11]),
            body=body,
            fetched=EPOCH + number * SPACING,
        )

    def _body(self, number: int) -> str:
        rng = numpy.random.default_rng((self._seed, number))
        length = int(self._lengths[rng.integers(len(self._lengths))])
        clauses = max(1, length // CLAUSE)
        sources = rng.integers(len(self._lengths), size=clauses)
        places = (numpy.arange(clauses) + rng.random(clauses)) / clauses
        starts = self._starts[sources] + (places * (self._lengths[sources] - CLAUSE)).astype(int)
        at = (starts[:, None] + numpy.arange(CLAUSE)).ravel()
        found = self._flat[at]
        changed = numpy.flatnonzero(rng.random(len(at)) < self._chance[at])
        found[changed] = self._flat[rng.integers(len(self._flat), size=len(changed))]
        words = [self.words[one] for one in found.tolist()]
        for place in changed[rng.random(len(changed)) < FRESH].tolist():
            words[place] = words[place][:3] + self.words[int(rng.integers(len(self.words)))][-3:]
        return "\n\n".join(" ".join(words[at : at + PARAGRAPH]) for at in range(0, len(words), PARAGRAPH))

    def _edited(self, body: str, rng: random.Random) -> str:
        make, how = self._generator, rng.randrange(5)
        if how == 0:
            return make.truncate(body, rng.choice((0.5, 0.7)))
        if how == 1:
            return make.change_words(rng, body, 0.05, body.split())
        if how == 2:
            return f"{rng.choice(make.PREFIXES['ar'])} {body}"
        if how == 3 and body.count("\n\n") > 1:
            return make.reorder(rng, body)
        return f"{body}\n\n{rng.choice(make.ENDINGS['ar'])}"


def distinct(articles):
    """Leave out the articles that repeat an earlier one: a fifth of their rarer keys are known."""
    known, kept = Counter(), []
    for one in articles:
        keys = Reading(one).keys
        if sum(0 < known[key] <= 10 for key in keys) < 0.2 * max(1, len(keys)):
            kept.append(one)
            known.update(keys)
    return kept


def exchange_chances(texts, rng):
    """Return for each word of all texts how probably it is exchanged when it is taken."""
    articles = Counter(run for words in texts for run in {*zip(words, words[1:], words[2:], strict=False)})
    chances = []
    for words in texts:
        counts = [articles[run] for run in zip(words, words[1:], words[2:], strict=False)]
        padded = [0, 0, *counts, 0, 0]
        most = numpy.array([max(padded[at : at + 3]) for at in range(len(words))])
        chance = numpy.where(most < 8, EXCHANGED, 0.0)
        for count, share in NOVEL.items():
            chance[(most == count) & (rng.random(len(words)) < share)] = 1.0
        chances.append(chance)
    return numpy.concatenate(chances)


# --- is it like the real ones? ---


def statistics(articles):
    """Return keys an article, and for the last quarter: how often their keys were met before, and candidates."""
    known, counts = defaultdict(list), []
    rows = Counter()
    for number, one in enumerate(articles):
        keys = Reading(one).keys
        counts.append(len(keys))
        if number >= len(articles) * 3 // 4:
            rows["articles"] += 1
            met = Counter()
            for key in keys:
                df = len(known[key])
                rows[f"keys met {next(name for least, name in CLASSES if df >= least)}"] += 1
                if df <= CAP:
                    met.update(known[key])
            rows["postings read"] += sum(met.values())
            least = LEAST_KEYS if len(keys) >= FEW_KEYS else 1
            able = [other for other, count in met.items() if count >= least]
            rows["sharing enough keys"] += len(able)
            rows["judged at all"] += sum(met[one] >= LEAST_SHARED * min(len(keys), counts[one]) for one in able)
        for key in keys:
            known[key].append(number)
    total = rows.pop("articles")
    return {"keys": sum(counts) / len(counts), **{name: count / total for name, count in rows.items()}}


CLASSES = ((CAP + 1, "over the cap"), (11, "11 to the cap"), (2, "2 to 10 times"), (1, "once"), (0, "never"))


def main():
    bench = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    real = distinct(sorted(saudinews(bench), key=lambda one: (one.fetched, one.id)))
    stream = Stream(bench)
    numbers = (number for number in range(10**9) if stream.copy_of(number) is None)
    made = [stream.article(next(numbers)) for _ in range(len(real))]
    columns = {"real": statistics(real), "made": statistics(made)}
    print(f"{len(real)} articles of each, no copies among them; the last quarter against those before, an article")
    for name in columns["real"] | columns["made"]:
        print(f"  {name:24}" + "".join(f"{column.get(name, 0):10.2f} {title}" for title, column in columns.items()))


if __name__ == "__main__":
    main()
