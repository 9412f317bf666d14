"""Regions as dated codes: what there is, on which day, in which order, under which name, inside what.

What is particular to one region or one level stands in ``regions.csv``, ``bases.csv`` and ``changes.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path

from geo import holding
from geo.errors import (
    BrokenRegions,
    UnknownBasis,
    UnknownCode,
    UnknownLanguage,
    UnknownLevel,
    UnknownRegion,
    UnknownSystem,
)
from geo.files import HERE, state_of
from geo.units import (
    SYSTEMS,
    Basis,
    Change,
    Dated,
    Region,
    Span,
    read_basis,
    read_change,
    read_region,
    read_rows,
)

__all__ = ["HERE", "LANGUAGES", "SYSTEMS", "Basis", "Change", "Dated", "Region", "Regions", "Span"]

LANGUAGES = ("ko", "en")
TABLES = ("regions.csv", "bases.csv", "changes.csv")
FULL_NAME = {"ko": "{whole} {name}", "en": "{name}, {whole}"}


@dataclass(frozen=True)
class Regions:
    """Every region, basis and dated change, in the order lists stand in."""

    rows: tuple[Region, ...]
    basis_rows: tuple[Basis, ...]
    changes: tuple[Change, ...]

    @classmethod
    def load(cls, folder: Path = HERE) -> Regions:
        """All regions of ``folder`` (default: this package) from three small files, read again when one changed.

        Raises BrokenRegions naming file and line.
        """
        return _loaded(folder, tuple(state_of(folder / name) for name in TABLES))

    def region(self, code: str) -> Region:
        """The region of a code. Raises UnknownRegion, which names the nearest codes there are."""
        if code not in self._by_code:
            near = get_close_matches(str(code), self._by_code, n=3, cutoff=0.5) or list(self._by_code)[:3]
            raise UnknownRegion(code, ", ".join(near))
        return self._by_code[code]

    def basis(self, id: str) -> Basis:
        """The basis of an id; an id names one basis of one level. Raises UnknownBasis."""
        for basis in self.basis_rows:
            if basis.id == id:
                return basis
        raise UnknownBasis(id, _ids(self.basis_rows))

    def bases(self, level: str) -> tuple[Basis, ...]:
        """The bases of a level, oldest first; empty for a level that never changes. Raises UnknownLevel."""
        return tuple(basis for basis in self.basis_rows if basis.level == self._level(level))

    def basis_on(self, day: date, level: str) -> Basis:
        """The basis a day falls in. Raises UnknownLevel, and UnknownBasis when none covers the day."""
        for basis in self.bases(level):
            if basis.span.holds(day):
                return basis
        raise UnknownBasis(day.isoformat(), _ids(self.bases(level)))

    def levels(self) -> tuple[str, ...]:
        """The levels that have rows, in the order of the file's first mention."""
        return tuple(self._by_level)

    @cached_property
    def nesting(self) -> tuple[str, ...]:
        """The levels that hold one another, the whole country first; groups are not among them."""
        return holding.nesting(self._by_code)

    def of(self, level: str, basis: str | None = None) -> tuple[Region, ...]:
        """The regions of a level on one of its bases, in official order; without a basis, all that ever were.

        Raises UnknownLevel, and UnknownBasis for a basis of another level.
        """
        rows = self._by_level[self._level(level)]
        return rows if basis is None else _holding(rows, self._own_basis(basis, level).day)

    def codes(self, level: str, basis: str | None = None) -> tuple[str, ...]:
        """The codes of ``of(level, basis)``, in the same order."""
        return tuple(region.code for region in self.of(level, basis))

    def on(self, day: date, level: str) -> tuple[Region, ...]:
        """The regions of a level that existed on a day, in official order. Raises UnknownLevel."""
        return _holding(self.of(level), day)

    def members(self, group: str, basis: str | None = None) -> tuple[Region, ...]:
        """The regions of a group, in official order: on a basis, those of its level; otherwise the largest.

        A grouping's members are its groups. Empty for a region that is no group.
        Raises UnknownRegion, UnknownBasis.
        """
        code = self.region(group).code
        rows = tuple(region for region in self.rows if code in region.groups)
        if basis is None:
            return holding.largest(rows)
        on = self.basis(basis)
        return _holding(tuple(region for region in rows if region.level == on.level) or rows, on.day)

    def children(self, code: str, level: str, basis: str | None = None) -> tuple[Region, ...]:
        """The regions of a level that lie inside a region, a group or the nation, in official order.

        Those of a merged region are its predecessors'. ``basis`` is one of ``level``; without it, all that
        ever were. Empty where nothing of that level lies inside. Raises as ``of`` does, and UnknownRegion.
        """
        inside = self._inside.get((self.region(code).code, self._level(level)), ())
        return inside if basis is None else _holding(inside, self._own_basis(basis, level).day)

    def parent(self, code: str, level: str, basis: str | None = None) -> Region | None:
        """The region of a level in which another lies, None where there is none.

        On a basis of that level the successor, where the one named in the file is gone; without a basis, the
        one named in the file. Raises as ``of`` does, and UnknownRegion.
        """
        held = set(self.codes(level, basis))
        above = self._above[self.region(code).code]
        return next((self._by_code[holder] for holder in above if holder in held), None)

    def predecessors(self, code: str) -> tuple[Region, ...]:
        """The regions that became this one, in official order; empty if none. Raises UnknownRegion."""
        return self._before.get(self.region(code).code, ())

    def successors(self, code: str) -> tuple[Region, ...]:
        """The regions this one became part of; empty while it exists. Raises UnknownRegion."""
        return tuple(self.region(successor) for successor in self.region(code).successors)

    def name(self, code: str, lang: str, short: bool = True, on: date | None = None) -> str:
        """The name to draw, in ``ko`` or ``en``; with ``on``, the full name the region bore on that day.

        A short name is never shared within its level and does not change with the day. The full name of a
        part of a region carries the region's: 광주광역시 북구. Raises UnknownRegion, UnknownLanguage.
        """
        if lang not in LANGUAGES:
            raise UnknownLanguage(lang)
        region = self.region(code)
        if short:
            return getattr(region, f"short_{lang}")
        name, whole = _called(region, lang, on), self._named_with(region, on)
        above = _called(whole, lang, on) if whole else name
        return name if above == name else FULL_NAME[lang].format(name=name, whole=above)

    def code_of(self, system: str, digits: str, day: date | None) -> str:
        """Our code for an official one of ``mois``, ``kostat`` or ``iso``, on a day (None: any day).

        The three systems give the same two digits to different regions, so the system is always asked for.
        Raises UnknownSystem, UnknownCode.
        """
        if system not in SYSTEMS:
            raise UnknownSystem(system, ", ".join(SYSTEMS))
        for span, code in self._official.get((system, digits), ()):
            if day is None or span.holds(day):
                return code
        raise UnknownCode(system, digits, day or "any day")

    @cached_property
    def _by_code(self) -> dict[str, Region]:
        return {region.code: region for region in self.rows}

    @cached_property
    def _by_level(self) -> dict[str, tuple[Region, ...]]:
        return _grouped((region.level, region) for region in self.rows)

    @cached_property
    def _before(self) -> dict[str, tuple[Region, ...]]:
        return _grouped((after, region) for region in self.rows for after in region.successors)

    @cached_property
    def _official(self) -> dict[tuple[str, str], tuple[tuple[Span, str], ...]]:
        return _grouped(
            ((system, dated.text), (dated.span, region.code))
            for region in self.rows
            for system in SYSTEMS
            for dated in getattr(region, system)
        )

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        return {region.code: holding.above(region, self._by_code) for region in self.rows}

    @cached_property
    def _inside(self) -> dict[tuple[str, str], tuple[Region, ...]]:
        return _grouped(
            ((holder, region.level), region) for region in self.rows for holder in self._above[region.code]
        )

    def _named_with(self, region: Region, day: date | None) -> Region | None:
        """The region whose name stands with this one's, as of a day; the whole country's never does."""
        parents = holding.parents(region, self._by_code)[:-1]
        if not parents:
            return None
        units = [parents[0], *map(self.region, holding.became(parents[0].code, self._by_code))]
        return next((unit for unit in units if day is None or unit.span.holds(day)), parents[0])

    def _level(self, level: str) -> str:
        if level not in self._by_level:
            raise UnknownLevel(level, ", ".join(self.levels()))
        return level

    def _own_basis(self, id: str, level: str) -> Basis:
        basis = self.basis(id)
        if basis.level != level:
            raise UnknownBasis(id, _ids(self.bases(level)))
        return basis

    def _check(self) -> None:
        """Raises BrokenRegions where the tables contradict themselves."""
        if len(self._by_code) < len(self.rows):
            raise BrokenRegions(
                "geo/regions.csv", "a code stands in two rows", "give every region its own code"
            )
        if len({basis.id for basis in self.basis_rows}) < len(self.basis_rows):
            raise BrokenRegions("geo/bases.csv", "an id stands in two rows", "give every basis its own id")
        for region in self.rows:
            for code in (*region.successors, *region.groups, *filter(None, [region.parent])):
                if code not in self._by_code:
                    raise BrokenRegions(
                        "geo/regions.csv",
                        f"{region.code} points at {code}, which has no row",
                        "add the row, or mend the code",
                    )
            if region.code in (parent.code for parent in holding.parents(region, self._by_code)):
                raise BrokenRegions(
                    "geo/regions.csv", f"{region.code} lies in itself", "mend the column parent"
                )


@lru_cache(maxsize=4)
def _loaded(folder: Path, states: tuple) -> Regions:
    """The tables of a folder, read once for every state of them: all that comes of it is frozen."""
    rows, bases, changes = (folder / name for name in TABLES)
    regions = Regions(
        tuple(sorted(read_rows(rows, read_region), key=lambda region: region.order)),
        tuple(read_rows(bases, read_basis)),
        tuple(sorted(read_rows(changes, read_change), key=lambda change: change.date)),
    )
    regions._check()
    return regions


def _called(region: Region, lang: str, day: date | None) -> str:
    """A region's own full name, as of a day."""
    past = day and next(
        (dated.text for dated in getattr(region, f"past_{lang}") if dated.span.holds(day)), ""
    )
    return past or getattr(region, f"name_{lang}")


def _holding(rows: tuple[Region, ...], day: date) -> tuple[Region, ...]:
    return tuple(region for region in rows if region.span.holds(day))


def _grouped(pairs) -> dict:
    """The values of equal keys together, in the order they come in."""
    found: dict = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _ids(bases: tuple[Basis, ...]) -> str:
    return ", ".join(basis.id for basis in bases)
