"""A chart as short words: the query of an address, and an item of a deck file.

``query`` writes a chart, ``read`` takes it back from a stranger. Only ids are written, and what is read is only ever
compared with known ids: an address or a file can ask for nothing that the catalogue does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from components.chart import KINDS, Chart
from datasets import periods
from datasets.catalog import LEVEL, Catalog
from datasets.classes import EQUAL, QUANTILE
from datasets.problems import BadNumber, MissingField, Problem, UnknownTerm
from datasets.records import Records
from datasets.terms import FACILITY_KINDS

WHERE, OPTION = "where.", "option."
FIELDS = ("kind", "ids", "records", "level", "basis", "period", "per", "regions", "lit")
LONGEST = 4000  # characters of one field; the ids of every indicator take some 3,500
MOST = 250  # ids in one field: as many as the finest level has regions
MOST_LIMITS = 6
CROSSED = ("owner", "region", "pillars", "kind")  # columns that may head the rows of a matrix


def query(chart: Chart) -> dict[str, str]:
    """The chart as names and words, defaults left out; options that hold no ids (a title, say) are not written."""
    plain = {name: _written(getattr(chart, name)) for name in FIELDS}
    plain |= {WHERE + column: value for column, value in chart.where}
    plain |= {OPTION + name: _written(value) for name, value in chart.options if name in OPTIONS}
    if plain["level"] == LEVEL:
        del plain["level"]
    return {name: value for name, value in plain.items() if value}


def link(chart: Chart, page: str = "chart", **more: str) -> str:
    """The chart's own address below the dashboard: ``chart?kind=choropleth&ids=…``."""
    return f"{page}?{urlencode(query(chart) | more, safe=',;*')}"


def read(asked: Mapping[str, str], catalog: Catalog, place: str = "address") -> Chart:
    """The chart that names and words ask for. Raises a Problem that says which of them is not known here."""
    known = _Known(catalog, place)
    given = {str(name): str(value)[:LONGEST] for name, value in list(asked.items())[: 3 * len(FIELDS)]}
    chart = (_of_records if given.get("records") else _of_indicators)(known, given)
    material = chart.material(catalog)
    if not (len(material) if isinstance(material, Records) else material.regions):
        raise NothingFound(place)
    return chart


def _of_records(known: _Known, given: Mapping[str, str]) -> Chart:
    table = given["records"]
    ids = known.rows(table, _listed(given, "ids"))
    kind = known.one("kind", given.get("kind", ""), [name for name, it in KINDS.items() if it.suits(table)])
    return Chart(
        kind,
        ids,
        records=table,
        where=known.where(table, given),
        lit=known.regions("lit", _listed(given, "lit")),
        options=known.options(given),
    )


def _of_indicators(known: _Known, given: Mapping[str, str]) -> Chart:
    kind = known.one("kind", given.get("kind", ""), [name for name, it in KINDS.items() if it.suits("")])
    catalog, ids = known.catalog, known.many("ids", _listed(given, "ids"), known.catalog.indicators)
    if not ids:
        raise MissingField(known.place, field="ids")
    level = known.one("level", given.get("level") or LEVEL, catalog.regions.levels())
    bases = [basis.id for basis in catalog.regions.bases(level)]
    told = {period for id_ in ids for period in catalog.periods_of(id_)}
    ways = {way for id_ in ids for way in catalog.figures.ways(id_, level)}
    return Chart(
        kind,
        ids,
        level=level,
        basis=known.maybe("basis", given.get("basis", ""), bases),
        period=known.maybe("period", given.get("period", ""), sorted(told, key=periods.parse)),
        per=known.maybe("per", given.get("per", ""), sorted(ways)),
        regions=known.regions("regions", _listed(given, "regions")),
        lit=known.regions("lit", _listed(given, "lit")),
        options=known.options(given),
    )


def _listed(given: Mapping[str, str], field: str) -> tuple[str, ...]:
    """The ids of a field, each once."""
    return tuple(dict.fromkeys(filter(None, given.get(field, "").split(","))))[:MOST]


class NothingFound(Problem):
    """Known names, but nothing that meets them all."""

    key = "nothing-found"
    fault = "nothing meets all that is asked for"
    repair = "ask for less: another level, region or condition"


class _Known:
    """Compares what is asked for with what the catalogue holds."""

    def __init__(self, catalog: Catalog, place: str) -> None:
        self.catalog, self.place = catalog, place

    def one(self, field: str, value: str, allowed: Sequence[str] | Mapping[str, Any]) -> str:
        if value not in allowed:
            raise UnknownTerm(self.place, field=field, term=value, known=", ".join(list(allowed)[:8]))
        return value

    def maybe(self, field: str, value: str, allowed: Sequence[str]) -> str:
        return self.one(field, value, allowed) if value else ""

    def many(
        self, field: str, values: Sequence[str], allowed: Sequence[str] | Mapping[str, Any]
    ) -> tuple[str, ...]:
        return tuple(self.one(field, value, allowed) for value in values)

    def regions(self, field: str, codes: Sequence[str]) -> tuple[str, ...]:
        return self.many(field, codes, {region.code: region for region in self.catalog.regions.rows})

    def rows(self, table: str, ids: Sequence[str]) -> tuple[str, ...]:
        """Ids of rows of a table; raises UnknownTable."""
        return self.many("ids", ids, set(self.catalog.records(table).frame["id"]))  # type: ignore[arg-type]

    def where(self, table: str, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """What narrows a table: columns it has, or the year targets are assumed to be due in."""
        columns = [*self.catalog.records(table).frame.columns, "year"]
        pairs = [(name.removeprefix(WHERE), value) for name, value in given.items() if name.startswith(WHERE)]
        return tuple((self.one("where", column, columns), self.value(value)) for column, value in pairs)

    def value(self, text: str) -> str:
        """A value, or a list of them, to compare cells with: ids, dates, words; ``*`` for any."""
        if not re.fullmatch(r"\*|[\w./-]+(;[\w./-]+)*", text):
            raise UnknownTerm(self.place, field="where", term=text, known="id;id, *")
        return text

    def options(self, given: Mapping[str, str]) -> tuple[tuple[str, Any], ...]:
        pairs = [(name.removeprefix(OPTION), v) for name, v in given.items() if name.startswith(OPTION)]
        return tuple((self.one("option", name, OPTIONS), OPTIONS[name](self, value)) for name, value in pairs)

    def limits(self, value: str) -> tuple[float, ...]:
        """Rising class limits."""
        parts = value.split(",")[:MOST_LIMITS]
        if not all(re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", part) for part in parts):
            raise BadNumber(self.place, field="limits", value=value)
        return tuple(sorted({float(part) for part in parts}))


# Options of kinds that may travel, and how each is read.
OPTIONS: dict[str, Callable[[_Known, str], Any]] = {
    "method": lambda known, value: known.one("method", value, (QUANTILE, EQUAL)),
    "limits": _Known.limits,
    "places": lambda known, value: ";".join(known.many("places", value.split(";")[:MOST], FACILITY_KINDS)),
    "rows": lambda known, value: known.one("rows", value, CROSSED),
}


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{each:g}" if isinstance(each, float) else str(each) for each in value)
    return str(value)
