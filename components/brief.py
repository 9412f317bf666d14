"""A region's brief: two pages with its headline figures, position, strategies, gaps and sources, for any document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from components import captions, cited
from components.cells import cells
from components.chart import Chart
from components.contents import places
from components.exhibit import Exhibit
from components.labels import clean
from components.outline import NOBODY, Outline, Part, Slide
from components.theme import Brand
from components.wording import Words, words
from datasets import standing
from datasets.catalog import Catalog
from datasets.terms import VISITED
from datasets.view import View

HEADLINES = 4
PLACED = 10  # indicators whose place is drawn
LISTED = 4  # strengths, and weaknesses
PLANNED = 6  # strategies
DATED = 5  # events
AIMED = 4  # targets
MISSING = 6  # indicators without a figure
CITED = 6  # documents
# What a line tells of a record; its status never stays behind.
COLUMNS = {
    "strategies": ("name", "start", "end", "decision", "tentative", "source"),
    "targets": ("name", "status", "baseline", "target", "target_period", "source"),
    "events": ("date", "name", "status", "tentative", "source"),
    "facilities": ("name", "place", "opened", "status", "tentative", "source"),
}
ROWS = (0.3, 0.27, 0.37)  # shares of the second page
GAP = 0.03  # between parts
LYING, UPRIGHT = 0.38, 0.22  # share of a slide, and of a sheet of paper, that the headline figures take


@dataclass(frozen=True)
class _Asked:
    """Whose brief, from what, in which language."""

    code: str
    catalog: Catalog
    lang: str
    basis: str = ""
    top: float = LYING

    @property
    def say(self) -> Words:
        return words(self.lang)

    @property
    def level(self) -> str:
        return self.catalog.regions.region(self.code).level

    @property
    def name(self) -> str:
        return self.catalog.regions.name(self.code, self.lang, short=False)

    @property
    def chart(self) -> Chart:
        """Every indicator published for the level itself, the region lit, on a basis on which the region exists."""
        ids = tuple(i.id for i in self.catalog.offered(self.level) if i.levels[0] == self.level)
        bases = [b.id for b in self.catalog.regions.bases(self.level)]
        there = [b for b in bases if self.code in self.catalog.regions.codes(self.level, b)]
        basis = self.basis or (there[0] if len(there) < len(bases) else "")
        return Chart("profile", ids, level=self.level, basis=basis, lit=(self.code,))

    @cached_property
    def view(self) -> View:
        found = self.chart.material(self.catalog)
        assert isinstance(found, View)
        return found

    @cached_property
    def table(self) -> pd.DataFrame:
        return standing.standings(self.view, [self.code])

    def exhibit(self, kind: str, ids: Sequence[str], period: str = "") -> Exhibit:
        chart = Chart(
            kind, tuple(ids), level=self.level, basis=self.view.basis.id, period=period, lit=(self.code,)
        )
        return Exhibit.of(chart, self.catalog, self.lang)


def brief(
    code: str, catalog: Catalog, lang: str, basis: str = "", brand: Brand = NOBODY, *, upright: bool = False
) -> Outline:
    """Two pages about a region, as slides or ``upright`` as sheets of paper. Raises UnknownRegion."""
    asked = _Asked(code, catalog, lang, basis, UPRIGHT if upright else LYING)
    title = asked.say("brief.title", region=asked.name)
    slides = (_standing(asked, title), _planning(asked, title))
    mark = captions.mark(catalog.edition, asked.say)
    return Outline(title, lang, slides, catalog.edition, mark, brand=brand, link=f"region?region={code}")


def _standing(asked: _Asked, title: str) -> Slide:
    """The first page: headline figures, place by place, strengths and weaknesses."""
    first = standing.foremost(asked.table, [i.id for i in asked.catalog.headlines()], HEADLINES)
    parts = [*_facts(asked, first), *_position(asked), *_sides(asked)]
    subtitle = " · ".join([asked.say(f"level_name.{asked.level}"), clean(asked.view.basis_text(asked.lang))])
    foot = (asked.say("brief.counted", k=asked.table["indicator"].nunique(), n=len(asked.view.columns)),)
    return Slide("spread", title, subtitle, tuple(parts), foot=foot)


def _facts(asked: _Asked, rows: pd.DataFrame) -> list[Part]:
    """The headline figures side by side."""
    wide = (1 - GAP * (HEADLINES - 1)) / HEADLINES
    parts = []
    for number, row in enumerate(rows.to_dict("records")):
        quoted = asked.catalog.indicator(row["indicator"]).headline_period or row["period"]
        fact = asked.exhibit("fact_card", (row["indicator"],), quoted)
        parts.append(Part(fact, box=(number * (wide + GAP), 0, wide, asked.top)))
    return parts


def _position(asked: _Asked) -> list[Part]:
    """Where the region stands in the indicators that say most: strengths and weaknesses first, then other places."""
    strong, weak = standing.sides(asked.table)
    placed = asked.table[asked.table["place"].notna()]
    told = [
        *strong["indicator"].head(PLACED // 2),
        *weak["indicator"].head(PLACED // 2),
        *placed["indicator"],
    ]
    ids = list(dict.fromkeys(told))[:PLACED]
    if not ids:
        return []
    order = [column.id for column in asked.view.columns if column.id in ids]
    return [Part(asked.exhibit("profile", order), box=(0, asked.top + GAP, 0.58, 1 - asked.top - GAP))]


def _sides(asked: _Asked) -> list[Part]:
    """Strengths above weaknesses in sentences, and the rule by which they are told."""
    told = [
        (side, places.sentences(asked.view, rows.head(LISTED), asked.lang))
        for side, rows in zip(standing.SIDES, standing.sides(asked.table), strict=True)
    ]
    blocks = [
        (asked.say(f"region.{side}"), lines or [places.unjudged(asked.table, side, asked.lang)])
        for side, lines in told
    ]
    blocks.append((asked.say("brief.rule"), [asked.say("brief.judged")]))
    tall = (1 - asked.top - 3 * GAP) / 3
    return [
        Part(heading=head, lines=tuple(lines), box=(0.61, asked.top + GAP + n * (tall + GAP), 0.39, tall))
        for n, (head, lines) in enumerate(blocks)
    ]


def _planning(asked: _Asked, title: str) -> Slide:
    """The second page: what is planned and dated there, what is not known, and the documents of both pages."""
    wide, top, boxes = (1 - GAP) / 2, 0.0, []
    for tall in ROWS:
        boxes += [(column * (wide + GAP), top, wide, tall) for column in range(2)]
        top += tall + GAP
    told = [
        _records(asked, "strategies", PLANNED),
        _records(asked, "targets", AIMED),
        _records(asked, "events", DATED),
        _records(asked, "facilities", AIMED, kind=";".join(VISITED)),
        _gaps(asked),
        _documents(asked),
    ]
    parts = tuple(
        Part(heading=head, lines=lines, box=box) for (head, lines), box in zip(told, boxes, strict=True)
    )
    return Slide("spread", title, asked.say("brief.second"), parts)


def _where(asked: _Asked) -> str:
    """The region and those it was made of: what is planned in them is planned in it."""
    return ";".join([asked.code, *(each.code for each in asked.catalog.regions.predecessors(asked.code))])


def _records(asked: _Asked, table: str, most: int, **equal: str) -> tuple[str, tuple[str, ...]]:
    """What a table holds of the region, a line each, or that the documents hold nothing."""
    say = asked.say
    found = asked.catalog.records(table, region=_where(asked), **equal)
    found = replace(found, frame=_foremost(found.frame))
    rows = cells(found, asked.lang, COLUMNS[table])
    happened = say("event_status.actual")  # goes without saying; what is only planned is said
    lines = [
        " · ".join(text for text in dict.fromkeys(map(clean, row)) if text not in ("", happened))
        for row in rows.itertuples(index=False)
    ]
    head = say(f"records.{table}")
    if not lines:
        return head, (say("region.of_none", region=asked.name, what=head),)
    more = [say("brief.more", n=len(lines) - most)] if len(lines) > most else []
    return head, (*lines[:most], *more)


def _foremost(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows a reader looks for first: of a tree those that stand under no other, of dates the latest and planned."""
    if "parent" in frame:
        return frame.sort_values("parent", key=lambda ids: ids.isin(frame["id"]), kind="stable")
    return frame.sort_values("date", ascending=False, kind="stable") if "date" in frame else frame


def _gaps(asked: _Asked) -> tuple[str, tuple[str, ...]]:
    """The figures most others have and this region has not."""
    say = asked.say
    ids = standing.lacking(asked.view, asked.code)
    names = [clean(asked.catalog.indicator(id_).short[asked.lang]) for id_ in ids]
    more = [say("brief.more", n=len(names) - MISSING)] if len(names) > MISSING else []
    return say("brief.gaps"), (*names[:MISSING], *more) if names else (say("brief.no_gaps"),)


def _documents(asked: _Asked) -> tuple[str, tuple[str, ...]]:
    """The documents behind the region's figures and records, those of most figures first."""
    say = asked.say
    ids = asked.table["source"].str.split(";").explode().value_counts().index
    for table in ("strategies", "targets", "events"):
        ids = ids.append(pd.Index([s.id for s in asked.catalog.records(table, region=_where(asked)).sources]))
    known = [asked.catalog.sources[id_] for id_ in dict.fromkeys(ids) if id_ in asked.catalog.sources]
    lines = [f"{cited.brief(source, say)} {cited.title(source, say)}" for source in known]
    more = [say("brief.more", n=len(lines) - CITED)] if len(lines) > CITED else []
    return say("deck.sources"), (*map(clean, lines[:CITED]), *more)
