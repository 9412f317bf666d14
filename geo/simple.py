"""Outlines with less detail, for drawings: neighbours keep one and the same border between them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.files import HERE
from geo.frames import KM_EAST, KM_NORTH
from geo.outlines import outlines
from geo.regions import Regions

Rings = tuple[np.ndarray, ...]


def rings(codes: Iterable[str], km: float, folder: Path = HERE) -> dict[str, Rings]:
    """All rings of each region, outer ones and holes, as rows of longitude and latitude without closing points.

    Details smaller than about ``km`` squared are left out. Raises UnknownRegion, MissingShape, BrokenShapes.
    """
    return {code: _rings(whole) for code, whole in _simple(codes, km, folder).items()}


def rings_above(codes: Iterable[str], km: float, folder: Path = HERE) -> dict[str, Rings]:
    """The rings of the regions above these, made of theirs, so that every border lies on theirs. Raises as ``rings``."""
    regions, wholes = Regions.load(), _simple(codes, km, folder)
    below: dict[str, list[BaseGeometry]] = {}
    for code, whole in wholes.items():
        below.setdefault(regions.region(code).parent, []).append(whole)
    return {parent: _rings(shapely.coverage_union_all(parts)) for parent, parts in below.items()}


def _simple(codes: Iterable[str], km: float, folder: Path) -> dict[str, BaseGeometry]:
    wholes = outlines(codes, folder)
    ground = shapely.transform(list(wholes.values()), lambda points: points * (KM_EAST, KM_NORTH))
    return dict(zip(wholes, shapely.coverage_simplify(ground, km), strict=True))


def _rings(ground: BaseGeometry) -> Rings:
    whole = shapely.transform(ground, lambda points: points / (KM_EAST, KM_NORTH))
    return tuple(shapely.get_coordinates(ring)[:-1] for ring in shapely.get_rings(shapely.get_parts(whole)))
