"""Strip as columns of one indicator, or as a table of several: what the lit regions report, and their ranks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from components import absent
from components.contents.dots import MOST_TOLD, Dot, Row, row_of
from components.labels import clean
from components.layouts.strip import MOST_VALUES, ends_of
from components.lit import Mark, marks
from components.mapping.shading import scaled
from components.natives import Native, Table
from components.natives.listing import listed
from components.natives.ordered import ordered
from components.natives.tables import of_rows
from components.theme import Look
from components.wording import Words, words
from datasets.view import View


def native(view: View, look: Look, *, lit: Collection[str] = (), title: str = "") -> tuple[Native, ...]:
    """One indicator has a real axis; several, each of its own unit, share none and stand in a table."""
    lit = lit or view.only
    if len(view.columns) > 1:
        return (_table(view, look, marks(view, lit, look)),)
    if not scaled(view):
        return listed(view, look, lit)
    return (ordered(view, look, lit, absent.notes(view, look.lang, lit)),)


def _table(view: View, look: Look, chosen: Mapping[str, Mark]) -> Table:
    """A row an indicator: what it is, what is reported of the lit regions and of all, and the nation's value."""
    say = words(look.lang)
    named = list(chosen) if len(chosen) <= MOST_TOLD else []
    found = [row_of(view, indicator, look, dict(chosen)) for indicator in view.columns]
    told = [row.few(MOST_VALUES) for row in found]
    header = [say("column.indicator"), say("native.about"), *(view.name(code, look.lang) for code in named)]
    header += [say("native.reported"), say("column.national")]
    rows = [_row(view, row, named, say) for row in told]
    if not any(row[-1] for row in rows):
        header, rows = header[:-1], [row[:-1] for row in rows]
    whys = list(dict.fromkeys(row.why for row in told if row.dots and not row.scaled))
    return of_rows(header, rows, notes=whys)


def _row(view: View, row: Row, named: Sequence[str], say: Words) -> list[str]:
    name, nation = clean(row.indicator.short[say.lang]), row.nation.text if row.nation else ""
    return [name, row.under, *_values(view, row, named, say), _reported(row, say), nation]


def _values(view: View, row: Row, named: Sequence[str], say: Words) -> list[str]:
    """The value of each named region with its rank where there may be one, or that there is none."""
    dots, ranks = {dot.code: dot for dot in row.dots}, _ranks(view, row, say)
    return [_value(dots[code], ranks, say) if code in dots else say("missing.none") for code in named]


def _value(dot: Dot, ranks: Mapping[str, str], say: Words) -> str:
    return say("native.ranked", value=dot.text, place=ranks[dot.code]) if dot.code in ranks else dot.text


def _ranks(view: View, row: Row, say: Words) -> dict[str, str]:
    """The ranks of an indicator in words, as the View has them; none where the coverage rule forbids them."""
    found = view.column(row.indicator.id)["rank"].dropna()
    shared = set(found[found.duplicated(keep=False)])
    return {
        str(code): say("profile.place_shared" if rank in shared else "profile.place", place=int(rank), of=len(found))
        for code, rank in found.items()
    }  # fmt: skip


def _reported(row: Row, say: Words) -> str:
    """The ends of a scale with their regions; without a scale the few values there are."""
    if not row.all:
        return say("strip.chosen_only") if row.cut else say("missing.none")
    if not row.scaled:
        return say.list([dot.words for dot in row.dots])
    low, high = ends_of(row)
    return say("native.ends", low=low.words, high=high.words)
