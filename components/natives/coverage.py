"""Coverage as a table: how many regions report each indicator, of which period, and what is known of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from components.contents.reporting import REPORTED, STATES, Line, matrix_of
from components.labels import period
from components.natives import Fact, Native
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import Words, words
from datasets.view import View

MOST = 4  # lit regions with a column of their own


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """A row an indicator, by pillar; of a few lit regions also what each reports."""
    say, matrix = words(look.lang), matrix_of(view, look.lang)
    if not matrix.lines:
        return (Fact(title or say("coverage.title"), say("missing.none")),)
    chosen = [at for at, code in enumerate(matrix.codes) if code in lit]
    chosen = chosen if len(chosen) <= MOST else []
    header = [say(f"column.{name}") for name in ("pillar", "indicator", "period", "reporting")]
    header += [say("native.states"), *(matrix.columns[at] for at in chosen)]
    rows = [_row(line, chosen, say) for line in matrix.lines]
    return (of_rows(header, rows, notes=[say("native.rule")]),)


def _row(line: Line, chosen: Sequence[int], say: Words) -> list[str]:
    pillar, when = (
        say(f"pillar.{line.indicator.pillar}"),
        period(line.period, say.lang) if line.period else "",
    )
    own = [say(f"coverage.{line.states[at]}") for at in chosen]
    return [pillar, line.name, when, f"{line.k}/{line.n}", _others(line, say), *own]


def _others(line: Line, say: Words) -> str:
    """What is known of the regions that do not report, with their number."""
    counts = Counter(line.states)
    found = [state for state in STATES if counts[state] and state != REPORTED]
    return say.list([say("native.state", state=say(f"coverage.{state}"), n=counts[state]) for state in found])
