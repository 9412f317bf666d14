"""Verdicts as bars of the targets left after each condition, and a table of why the others fell."""

from __future__ import annotations

from collections.abc import Sequence

from components.contents.verdicts import Bar, bars_of, judged
from components.labels import clean
from components.natives import Fact, Native, Plot, Series, Table
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records
from datasets.targets import tally

LEFT, RIGHT = (0.0, 0.0, 0.56, 1.0), (0.58, 0.0, 0.42, 1.0)


def native(records: Records, look: Look, *, title: str = "") -> tuple[Native, ...]:
    """A bar for all targets and one after each condition, what is left strong and what fell pale."""
    say, counted = words(look.lang), tally(records)
    if not counted.total:
        return (Fact(clean(title or say("verdicts.title")), say("missing.none")),)
    bars = bars_of(counted, say)
    return _plot(bars, judged(counted, say), look), _table(bars, say)


def _plot(bars: Sequence[Bar], sentence: str, look: Look) -> Plot:
    say, total = words(look.lang), bars[0].left
    left = Series(
        say("native.left"),
        tuple(float(bar.left) for bar in bars),
        look.palette.national,
        texts=tuple(say("verdicts.left", n=bar.left) for bar in bars),
    )
    rest, silent = tuple(float(total - bar.left) for bar in bars), ("",) * len(bars)
    fallen = Series(say("native.fallen"), rest, look.palette.plain, texts=silent)
    names = tuple(clean(bar.name) for bar in bars)
    return Plot("stacked", names, (left, fallen), x_title=say("native.targets"), box=LEFT, notes=(sentence,))


def _table(bars: Sequence[Bar], say: Words) -> Table:
    """The conditions with the number left and, in words, who fell."""
    header = (say("native.condition"), say("native.left"), say("native.why"))
    rows = [(bar.name, say("verdicts.left", n=bar.left), bar.fallen) for bar in bars]
    return of_rows(header, rows, numeric=(False, True, False), box=RIGHT)
