"""The geometry of a View inside a figure, for files; on screen it travels by address."""

from __future__ import annotations

from functools import lru_cache

from components.mapping.painting import Shapes
from datasets.view import View
from geo import boundaries
from geo.regions import Basis


def inside(view: View) -> Shapes:
    """Outlines and hatching of a View's regions, and the outlines of the regions above where they hold them all."""
    parents = {region.parent for region in view.regions} if basis_above(view) else set()
    return _geometry(tuple(region.code for region in view.regions), tuple(sorted(parents)))


def basis_above(view: View) -> Basis | None:
    """The basis of the level above on which all parents of the view's regions exist."""
    parents = {region.parent for region in view.regions}
    for basis in view.atlas.basis_rows:
        if parents <= set(view.atlas.codes(basis.level, basis.id)):
            return basis
    return None


@lru_cache(maxsize=32)
def _geometry(codes: tuple[str, ...], parents: tuple[str, ...]) -> Shapes:
    above = boundaries.shapes(parents) if parents else None
    return Shapes(boundaries.shapes(codes), boundaries.hatch(codes), above)
