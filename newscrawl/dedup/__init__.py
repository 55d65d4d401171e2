"""Which articles repeat which: new, same, near, related or revision; see `decide` and `Desk`. Pure.

The door for the rest of the house. What is known is looked up in `store/`; lines are written by `export.py`.
"""

from newscrawl.dedup.decision import Decision, Policy, duplicate_row, mark
from newscrawl.dedup.desk import Desk
from newscrawl.dedup.judge import decide
from newscrawl.dedup.reading import Reading, keys_of

__all__ = ["Decision", "Desk", "Policy", "Reading", "decide", "duplicate_row", "keys_of", "mark"]
