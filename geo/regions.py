"""Regions as dated codes: what there is, on which day, in which order, under which name.

What is particular to one region or one level stands in ``regions.csv``, ``bases.csv`` and ``changes.csv``.
Dated cells read ``42 (..2023-06-10); 51 (2023-06-11..)``: a text, and the days it held, both included.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from geo.errors import (
    BrokenRegions,
    UnknownBasis,
    UnknownCode,
    UnknownLanguage,
    UnknownLevel,
    UnknownRegion,
    UnknownSystem,
)

HERE = Path(__file__).parent
LANGUAGES = ("ko", "en")
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


@dataclass(frozen=True)
class Regions:
    """Every region, basis and dated change, in the order lists stand in."""

    rows: tuple[Region, ...]
    basis_rows: tuple[Basis, ...]
    changes: tuple[Change, ...]

    @classmethod
    def load(cls, folder: Path = HERE) -> Regions:
        """All regions of ``folder`` (default: this package) from three small files; the caller keeps it.

        Raises BrokenRegions naming file and line.
        """
        regions = cls(
            tuple(sorted(_rows(folder / "regions.csv", _region), key=lambda region: region.order)),
            tuple(_rows(folder / "bases.csv", _basis)),
            tuple(sorted(_rows(folder / "changes.csv", _change), key=lambda change: change.date)),
        )
        regions._check()
        return regions

    def region(self, code: str) -> Region:
        """The region of a code. Raises UnknownRegion, which names the nearest codes there are."""
        if code not in self._by_code:
            near = get_close_matches(str(code), self._by_code, n=3, cutoff=0.5) or list(self._by_code)[:3]
            raise UnknownRegion(code, ", ".join(near))
        return self._by_code[code]

    def basis(self, id: str) -> Basis:
        """The basis of an id. Raises UnknownBasis."""
        for basis in self.basis_rows:
            if basis.id == id:
                return basis
        raise UnknownBasis(id, self._basis_ids)

    def bases(self, level: str) -> tuple[Basis, ...]:
        """The bases of a level, oldest first; empty for a level that never changes. Raises UnknownLevel."""
        return tuple(basis for basis in self.basis_rows if basis.level == self._level(level))

    def basis_on(self, day: date, level: str) -> Basis:
        """The basis a day falls in. Raises UnknownLevel, and UnknownBasis when none covers the day."""
        for basis in self.bases(level):
            if basis.span.holds(day):
                return basis
        raise UnknownBasis(day.isoformat(), self._basis_ids)

    def levels(self) -> tuple[str, ...]:
        """The levels that have rows, in the order of the file's first mention."""
        return tuple(dict.fromkeys(region.level for region in self.rows))

    def of(self, level: str, basis: str | None = None) -> tuple[Region, ...]:
        """The regions of a level on a basis, in official order; without a basis, all that ever were.

        Raises UnknownLevel, UnknownBasis.
        """
        rows = tuple(region for region in self.rows if region.level == self._level(level))
        return rows if basis is None else _holding(rows, self.basis(basis).day)

    def codes(self, level: str, basis: str | None = None) -> tuple[str, ...]:
        """The codes of ``of(level, basis)``, in the same order."""
        return tuple(region.code for region in self.of(level, basis))

    def on(self, day: date, level: str) -> tuple[Region, ...]:
        """The regions of a level that existed on a day, in official order. Raises UnknownLevel."""
        return _holding(self.of(level), day)

    def members(self, group: str, basis: str | None = None) -> tuple[Region, ...]:
        """The regions of a group on a basis, in official order; a grouping's members are its groups.

        Without a basis, all that ever belonged. Empty for a region that is no group.
        Raises UnknownRegion, UnknownBasis.
        """
        code = self.region(group).code
        rows = tuple(region for region in self.rows if code in region.groups)
        return rows if basis is None else _holding(rows, self.basis(basis).day)

    def predecessors(self, code: str) -> tuple[Region, ...]:
        """The regions that became this one, in official order; empty if none. Raises UnknownRegion."""
        known = self.region(code).code
        return tuple(region for region in self.rows if known in region.successors)

    def successors(self, code: str) -> tuple[Region, ...]:
        """The regions this one became part of; empty while it exists. Raises UnknownRegion."""
        return tuple(self.region(successor) for successor in self.region(code).successors)

    def name(self, code: str, lang: str, short: bool = True, on: date | None = None) -> str:
        """The name to draw, in ``ko`` or ``en``; with ``on``, the full name the region bore on that day.

        Short names do not change with the day. Raises UnknownRegion, UnknownLanguage.
        """
        if lang not in LANGUAGES:
            raise UnknownLanguage(lang)
        region = self.region(code)
        if short:
            return getattr(region, f"short_{lang}")
        past = on and _held(getattr(region, f"past_{lang}"), on)
        return past or getattr(region, f"name_{lang}")

    def code_of(self, system: str, digits: str, day: date | None) -> str:
        """Our code for an official one of ``mois``, ``kostat`` or ``iso``, on a day (None: any day).

        The three systems give the same two digits to different regions, so the system is always asked for.
        Raises UnknownSystem, UnknownCode.
        """
        if system not in SYSTEMS:
            raise UnknownSystem(system, ", ".join(SYSTEMS))
        for region in self.rows:
            if any(code.text == digits and _held_on(code, day) for code in getattr(region, system)):
                return region.code
        raise UnknownCode(system, digits, day or "any day")

    @cached_property
    def _by_code(self) -> dict[str, Region]:
        return {region.code: region for region in self.rows}

    @property
    def _basis_ids(self) -> str:
        return ", ".join(basis.id for basis in self.basis_rows)

    def _level(self, level: str) -> str:
        if level not in self.levels():
            raise UnknownLevel(level, ", ".join(self.levels()))
        return level

    def _check(self) -> None:
        if len(self._by_code) < len(self.rows):
            raise BrokenRegions(
                "geo/regions.csv", "a code stands in two rows", "give every region its own code"
            )
        for region in self.rows:
            for code in (*region.successors, *region.groups, *filter(None, [region.parent])):
                if code not in self._by_code:
                    raise BrokenRegions(
                        "geo/regions.csv",
                        f"{region.code} points at {code}, which has no row",
                        "add the row, or mend the code",
                    )


def _holding(rows: tuple[Region, ...], day: date) -> tuple[Region, ...]:
    return tuple(region for region in rows if region.span.holds(day))


def _held(texts: tuple[Dated, ...], day: date) -> str:
    return next((dated.text for dated in texts if dated.span.holds(day)), "")


def _held_on(dated: Dated, day: date | None) -> bool:
    return day is None or dated.span.holds(day)


def _rows(path: Path, make) -> list:
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


def _region(row: dict[str, str]) -> Region:
    cells: dict[str, Any] = {name: row[name].strip() for name in TEXTS}
    cells |= {name: _dated(row[name]) for name in (*SYSTEMS, "past_ko", "past_en")}
    cells |= {name: _codes(row[name]) for name in ("successors", "groups")}
    cells |= {name: _number(row[name], int) for name in ("tile_row", "tile_col")}
    return Region(**cells, order=int(row["order"]), label=_point(row), span=_span(row))


def _basis(row: dict[str, str]) -> Basis:
    return Basis(row["id"], row["level"], _span(row), row["ko"], row["en"])


def _change(row: dict[str, str]) -> Change:
    day = date.fromisoformat(row["date"])
    return Change(day, _codes(row["codes"]), row["ko"], row["en"], row["source"], row["confidence"])


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in cell.split(";") if code.strip())


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
    return tuple(_one_dated(part) for part in _codes(cell))


def _one_dated(part: str) -> Dated:
    found = DATED.fullmatch(part)
    if not found:
        raise ValueError(f"{part!r} is no dated text; write it like 42 (..2023-06-10)")
    return Dated(found["text"], Span(_day(found["start"]), _day(found["end"])))
