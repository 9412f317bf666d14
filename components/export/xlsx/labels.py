"""What stands at the marks of a plot: live figures in their unit, or words where these say more than the figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from components.export.xlsx.texts import text
from components.natives import Plot, Series

_SHOWN = ("bar", "column", "doughnut")  # forms whose figures are read at the marks
_DECIMALS = re.compile(r"#,##0(?:\.(0+))?")


@dataclass(frozen=True)
class Labels:
    """Excel's format of the figures, and for each mark what stands instead: nothing (None), no label, or a text."""

    number_format: str
    own: tuple[str | None, ...]

    def shown(self, values: Sequence[float | None]) -> int:
        """How many of the values have a label."""
        told = self.own or (None,) * len(values)
        return sum(v is not None and own != "" for v, own in zip(values, told, strict=True))


def labels(plot: Plot, series: Series) -> Labels | None:
    """The labels of a series; nothing where its marks have none.

    ``2.9%`` is written as the figure 2.9 in a format that adds the sign, so that a changed figure changes its label;
    ``1.5조 원``, ``약 400명(계획)`` and names are texts.
    """
    told = [text(each) for each in series.texts or series.names]
    if not any(told):
        return Labels(plot.number_format, ()) if plot.form in _SHOWN and not series.texts else None
    digits = _DECIMALS.fullmatch(plot.number_format)
    around = [_around(each, v, digits) for each, v in zip(told, series.values, strict=False)]
    common = Counter(each for each in around if each).most_common(1)
    if not common:
        return Labels(plot.number_format, tuple(told))
    (before, after), own = common[0][0], []
    for each, found in zip(told, around, strict=True):
        own.append(None if found == (before, after) else each)
    return Labels(f"{_quoted(before)}{plot.number_format}{_quoted(after)}", tuple(own))


def _around(told: str, value: float | None, digits: re.Match[str] | None) -> tuple[str, str] | None:
    """What stands before and after the figure in its label; nothing where the figure itself does not stand there."""
    if value is None or digits is None or '"' in told:
        return None
    figure = f"{value:,.{len(digits[1] or '')}f}"
    before, found, after = told.partition(figure)
    return (before, after) if found and not re.search(r"\d", before + after) else None


def _quoted(told: str) -> str:
    return f'"{told}"' if told else ""
