"""A View with as many regions as a level of 시군구 has, made up from a small one."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from datasets.view import View

REGIONS = 229


def many(view: View, n: int = REGIONS) -> View:
    """The regions of a view over and over again under made-up names, each time with slightly other numbers."""
    first = view.regions
    regions = tuple(
        replace(
            first[at % len(first)],
            code=f"sgg-{at}",
            order=1000 + at,
            short_ko=f"시험{at}군",
            short_en=f"Test-{at}-gun",
        )
        for at in range(n)
    )
    rows = (*view.atlas.rows, *regions)
    return replace(view, frame=_frame(view, n), regions=regions, atlas=replace(view.atlas, rows=rows))


def _frame(view: View, n: int) -> pd.DataFrame:
    """The frame as often as it takes, under the made-up codes."""
    codes, numbers = (
        [region.code for region in view.regions],
        [i.id for i in view.columns if i.kind == "number"],
    )
    parts = []
    for first in range(0, n, len(codes)):
        part = view.frame.rename(
            index={code: f"sgg-{first + at}" for at, code in enumerate(codes)}, level="region"
        )
        for id_ in numbers:
            part[(id_, "value")] *= 1 + first / len(codes) * 0.013
        parts.append(part)
    return pd.concat(parts).head(n * len(view.frame) // len(codes))
