"""One region, basis or change: what a row of the region tables holds, and how it is read.

Dated cells read ``42 (..2023-06-10); 51 (2023-06-11..)``: a text, and the days it held, both included.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from geo.errors import BrokenRegions

SYSTEMS = ("mois", "kostat", "iso")
NAMES = ("name_ko", "short_ko", "name_en", "short_en")
TEXTS = ("code", "level", "parent", *NAMES, "kind", "note_ko", "note_en", "source")
DATED = re.compile(r"(?P<text>[^()]+?)(?:\s*\((?P<start>[\d-]*)\.\.(?P<end>[\d-]*)\))?")


@dataclass(frozen=True)
class Span:
    """The days from ``start`` to ``end``, both included; None leaves that side open."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """True when the day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def within(self, other: Span) -> bool:
        """True when no day of this span lies outside ``other``."""
        return other.holds(self.start or date.min) and other.holds(self.end or date.max)


@dataclass(frozen=True)
class Dated:
    """A text (a code, a former name) and the days it held."""

    text: str
    span: Span


@dataclass(frozen=True)
class Region:
    """One unit. ``successors`` and ``groups`` are codes; official codes and ``past_*`` names are dated.

    ``tile_row`` and ``tile_col`` count from 1, ``label`` is (longitude, latitude); None where there is none.
    """

    code: str
    level: str
    order: int
    parent: str
    successors: tuple[str, ...]
    groups: tuple[str, ...]
    name_ko: str
    short_ko: str
    name_en: str
    short_en: str
    kind: str
    tile_row: int | None
    tile_col: int | None
    label: tuple[float, float] | None
    span: Span
    mois: tuple[Dated, ...]
    kostat: tuple[Dated, ...]
    iso: tuple[Dated, ...]
    past_ko: tuple[Dated, ...]
    past_en: tuple[Dated, ...]
    note_ko: str
    note_en: str
    source: str

    @property
    def valid_from(self) -> date | None:
        return self.span.start

    @property
    def valid_to(self) -> date | None:
        return self.span.end


@dataclass(frozen=True)
class Basis:
    """A stretch of days in which the units of one level stay the same set."""

    id: str
    level: str
    span: Span
    ko: str
    en: str

    @property
    def valid_from(self) -> date | None:
        return self.span.start

    @property
    def valid_to(self) -> date | None:
        return self.span.end

    @property
    def day(self) -> date:
        """A day inside the basis: its first, or its last where it has no first."""
        return self.span.start or self.span.end or date.max


@dataclass(frozen=True)
class Change:
    """Something that happened to regions on a day; ``codes`` are the regions it touched."""

    date: date
    codes: tuple[str, ...]
    ko: str
    en: str
    source: str
    confidence: str


def read_rows(path: Path, make) -> list:
    """One object per row of a table; whatever a row does wrong is told with its line."""
    place = f"geo/{path.name}"
    try:
        lines = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenRegions(
            place, f"the file cannot be read: {error}", "restore it, saved as UTF-8"
        ) from error
    return [_made(make, row, f"{place} line {number}") for number, row in enumerate(lines, start=2)]


def _made(make, row: dict[str, str], place: str):
    try:
        return make(row)
    except KeyError as error:
        raise BrokenRegions(
            place, f"column {error} is missing", "add the column to the header row"
        ) from error
    except (ValueError, AttributeError) as error:
        raise BrokenRegions(place, str(error), "mend the cell") from error


def read_region(row: dict[str, str]) -> Region:
    """The region of a row of ``regions.csv``."""
    cells: dict[str, Any] = {name: row[name].strip() for name in TEXTS}
    cells |= {name: _dated(row[name]) for name in (*SYSTEMS, "past_ko", "past_en")}
    cells |= {name: _codes(row[name]) for name in ("successors", "groups")}
    cells |= {name: _number(row[name], int) for name in ("tile_row", "tile_col")}
    return Region(**cells, order=int(row["order"]), label=_point(row), span=_span(row))


def read_basis(row: dict[str, str]) -> Basis:
    """The basis of a row of ``bases.csv``."""
    return Basis(row["id"], row["level"], _span(row), row["ko"], row["en"])


def read_change(row: dict[str, str]) -> Change:
    """The change of a row of ``changes.csv``."""
    day = date.fromisoformat(row["date"])
    return Change(day, _codes(row["codes"]), row["ko"], row["en"], row["source"], row["confidence"])


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in cell.split(";") if code.strip()) if cell else ()


def _number(cell: str, kind: type):
    return kind(cell) if cell.strip() else None


def _point(row: dict[str, str]) -> tuple[float, float] | None:
    lon, lat = _number(row["label_lon"], float), _number(row["label_lat"], float)
    return None if lon is None or lat is None else (lon, lat)


def _span(row: dict[str, str]) -> Span:
    return Span(_day(row["valid_from"]), _day(row["valid_to"]))


def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _dated(cell: str) -> tuple[Dated, ...]:
    return tuple(_one_dated(part) for part in _codes(cell)) if cell else ()


def _one_dated(part: str) -> Dated:
    found = DATED.fullmatch(part)
    if not found:
        raise ValueError(f"{part!r} is no dated text; write it like 42 (..2023-06-10)")
    return Dated(found["text"], Span(_day(found["start"]), _day(found["end"])))
