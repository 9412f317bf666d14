"""What can be wrong with regions and shapes, one small named class each.

``str(error)`` is the English sentence *place · fault · repair*. The reader's language comes from wording,
which looks the ``key`` up and fills in the ``fields``.
"""

from __future__ import annotations


class GeoError(Exception):
    """One fault in one place: ``place``, ``fault`` and ``repair`` in English, made of ``fields``."""

    key = "geo-error"
    fault = "something is wrong"
    repair = "mend the file"

    def __init__(self, place: str, **fields: object) -> None:
        self.place = place
        self.fields = {name: str(value)[:120] for name, value in fields.items()}
        self.fault = type(self).fault.format(**self.fields)
        self.repair = type(self).repair.format(**self.fields)

    def __str__(self) -> str:
        return f"{self.place} · {self.fault} · {self.repair}"


class UnknownRegion(GeoError):
    """A code that no row of ``geo/regions.csv`` has; ``fields``: code, known (the nearest codes)."""

    key = "unknown-region"
    fault = "region code {code} is unknown"
    repair = "use a code of geo/regions.csv, such as {known}"

    def __init__(self, code: str, known: str = "kr") -> None:
        super().__init__("geo/regions.csv", code=code, known=known)


class UnknownBasis(GeoError):
    """A basis that ``geo/bases.csv`` does not list, or a day none covers; ``fields``: basis, known."""

    key = "unknown-basis"
    fault = "no basis is called, or covers, {basis}"
    repair = "use one of: {known}"

    def __init__(self, basis: str, known: str) -> None:
        super().__init__("geo/bases.csv", basis=basis, known=known)


class UnknownLevel(GeoError):
    """A level that no row has; ``fields``: level, known."""

    key = "unknown-level"
    fault = "no region has the level {level}"
    repair = "use one of: {known}"

    def __init__(self, level: str, known: str) -> None:
        super().__init__("geo/regions.csv", level=level, known=known)


class UnknownLanguage(GeoError):
    """A language the names are not written in; ``fields``: lang."""

    key = "unknown-language"
    fault = "there are no names in the language {lang}"
    repair = "use ko or en"

    def __init__(self, lang: str) -> None:
        super().__init__("geo/regions.csv", lang=lang)


class UnknownSystem(GeoError):
    """A code system that ``geo/regions.csv`` has no column for; ``fields``: system, known."""

    key = "unknown-system"
    fault = "there is no code system {system}"
    repair = "use one of: {known}"

    def __init__(self, system: str, known: str) -> None:
        super().__init__("geo/regions.csv", system=system, known=known)


class UnknownCode(GeoError):
    """An official code no region had on that day; ``fields``: system, digits, day."""

    key = "unknown-code"
    fault = "no region had the {system} code {digits} on {day}"
    repair = "check the code system and the date of the file"

    def __init__(self, system: str, digits: str, day: object) -> None:
        super().__init__("geo/regions.csv", system=system, digits=digits, day=day)


class BrokenRegions(GeoError):
    """A row of the region tables that cannot be read; ``fields``: reason, repair."""

    key = "broken-regions"
    fault = "{reason}"
    repair = "{repair}"

    def __init__(self, place: str, reason: str, repair: str = "mend the row") -> None:
        super().__init__(place, reason=reason, repair=repair)


class BrokenShapes(GeoError):
    """A shape file that is missing or corrupt; ``fields``: reason, repair."""

    key = "broken-shapes"
    fault = "{reason}"
    repair = "{repair}"

    def __init__(
        self, place: str, reason: str, repair: str = "restore it, or run: python -m geo.build"
    ) -> None:
        super().__init__(place, reason=reason, repair=repair)


class MissingShape(GeoError):
    """A region that no shape file draws, nor any of its predecessors; ``fields``: code."""

    key = "missing-shape"
    fault = "region {code} has no shape, and no predecessors that have one"
    repair = "add its feature to the shape file of its level, or name it as a successor in geo/regions.csv"

    def __init__(self, code: str) -> None:
        super().__init__("geo", code=code)


class MissingTiles(GeoError):
    """A level whose regions have no place on the tile map; ``fields``: level."""

    key = "missing-tiles"
    fault = "the level {level} has no places for tiles"
    repair = "choose the map, or fill tile_row and tile_col of its rows"

    def __init__(self, level: str) -> None:
        super().__init__("geo/regions.csv", level=level)
