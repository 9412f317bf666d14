"""How each region of a View is painted on a map: its fill, the ink that reads on it, whether it is hatched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components import absent, captions, measure
from components.labels import number
from components.theme import Look, token
from components.wording import words
from datasets.classes import Classes
from datasets.view import CASE, View

INTENDED = ("planned", "target")
_SHORT = {" trillion": "tn", " billion": "bn", " million": "m"}
_LONGEST_VALUE = 5.2  # em: longer values lose their unit on a map, for it stands in the subtitle


@dataclass(frozen=True)
class Shade:
    """The paint of one region. ``edge`` is the stroke of what is only intended; ``hatched`` means without a value."""

    fill: str
    ink: str
    edge: str = ""
    hatched: bool = False


def scaled(view: View) -> bool:
    """Whether classes of colour may be shown: numbers, reported by at least five regions."""
    return view.reach.may_rank and view.indicator.kind == "number"


def shades(view: View, look: Look, lit: Collection[str], classes: Classes) -> dict[str, Shade]:
    """The paint of every region of the View, in official order.

    Without a scale the reporting regions are lit or plain; one that reports alone is always lit. What is planned or a
    target is hollow, so it never looks like a result.
    """
    ramp = class_colours(look, len(classes))
    rows = dict(zip(view.latest.index, view.latest.to_dict("records"), strict=True))
    empty = Shade(look.palette.missing_fill, look.palette.muted, hatched=True)
    return {
        region.code: _shade(region.code, rows[region.code], view, look, lit, classes, ramp)
        if region.code in rows
        else empty
        for region in view.regions
    }


def class_colours(look: Look, count: int) -> tuple[str, ...]:
    """``count`` colours spread over the sequential scale, low to high; a single one from its middle."""
    ramp = look.palette.sequential
    if count == 1:
        return (ramp[len(ramp) // 2],)
    return tuple(ramp[round(at * (len(ramp) - 1) / (count - 1))] for at in range(count))


def _shade(
    code: str,
    row: Mapping[Any, Any],
    view: View,
    look: Look,
    lit: Collection[str],
    classes: Classes,
    ramp: tuple[str, ...],
) -> Shade:
    colours = look.palette
    if pd.isna(row["value"]):
        return Shade(colours.missing_fill, colours.muted, hatched=True)
    if row["status"] in INTENDED:
        return Shade(colours.surface, colours.text, edge=getattr(colours, row["status"]))
    if scaled(view):
        return _inked(ramp[classes.of(row["value"])])
    return _inked(colours.lit if code in lit or view.reach.rule == CASE else colours.others)


def _inked(fill: str) -> Shade:
    return Shade(fill, ink_on(fill))


def ink_on(fill: str) -> str:
    """White where it reads well on a fill (4.5:1), else near-black or white, whichever reads better."""
    dark, light = token("gray.95"), token("gray.0")
    return light if contrast(light, fill) >= 4.5 else max((dark, light), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in rgb(colour)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def values(view: View, lang: str) -> dict[str, str]:
    """What to write on each region with a value; with its unit where that stays short for all of them.

    Qualifiers and statuses are never dropped.
    """
    rows = view.ranking
    listed = zip(rows.index, rows.to_dict("records"), strict=True)
    full = {code: captions.label_text(view, row, lang) for code, row in listed}
    if not scaled(view) or all(measure.width(text, 1) <= _LONGEST_VALUE for text in full.values()):
        return full
    plain = rows["qualifier"].isin(("", "exact")) & rows["status"].isin(
        ("", "actual", *({view.shared_status} & set(captions.SOFT)))
    )
    bare = {code: number(value, view.indicator.decimals) for code, value in rows["value"].items()}
    return {
        code: (bare[code] if text.startswith(bare[code]) else _brief(text)) if plain[code] else text
        for code, text in full.items()
    }


def _brief(text: str) -> str:
    """``108bn`` for ``KRW 108 billion``, ``54.21조``: what of a unit changes the figure cannot be left out."""
    for word, short in _SHORT.items():
        text = text.replace(word, short)
    return text.removeprefix("KRW ").removesuffix(" 원")


def hover(view: View, lang: str) -> dict[str, str]:
    """Name and full value of every region, or why there is none and what is known instead."""
    none, texts = words(lang)("missing.none"), {}
    for code, row in zip(view.latest.index, view.latest.to_dict("records"), strict=True):
        empty = pd.isna(row["value"]) or row["value"] == ""
        tell = absent.why(view, code, row, view.indicator, lang) if empty else ""
        texts[code] = tell or captions.value_text(row, view.indicator, lang)
    return {r.code: f"{view.name(r.code, lang)}\n{texts.get(r.code, none)}" for r in view.regions}
