"""Axes: what stands at an axis of figures, and how Excel is to write them."""

from __future__ import annotations

from collections.abc import Iterable

from components.labels import clean
from components.wording import words
from datasets.indicators import Indicator

# Of two axes with one format: thousands are grouped, smaller figures keep the decimals they need.
FREE = "[>=1000]#,##0;[<=-1000]-#,##0;General"


def title(indicator: Indicator, when: str, lang: str) -> str:
    """``AI 기업 협약(건, 2025-03-28)``: the indicator with the unit its figures are counted in, and the period."""
    say, name = words(lang), clean(indicator.short[lang])
    told = ", ".join(filter(None, [unit(indicator, lang), when]))
    return say("native.axis", name=name, told=told) if told else name


def unit(indicator: Indicator, lang: str) -> str:
    """The unit of the bare figures; told figures may be larger ones, ``백만원`` against ``54.21조 원``."""
    return clean(indicator.unit[lang])


def number_format(indicator: Indicator) -> str:
    """Excel's format for the figures of an indicator: thousands marks and no more decimals than the source gives."""
    return "#,##0" + ("." + "0" * indicator.decimals if indicator.decimals > 0 else "")


def starts_at_zero(values: Iterable[float]) -> bool:
    """Whether a line's axis begins at zero: unless all values are far from it, or some are below."""
    found = list(values)
    low, high = min(found, default=0.0), max(found, default=0.0)
    return 0 <= low < high * 0.6 or low == high
