"""Indicators: what a column of figures means. One ``.toml`` for the meaning, one ``.csv`` for the observations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datasets import problems, terms
from datasets.texts import Text


@dataclass(frozen=True)
class Break:
    """Where a series breaks: figures from the period ``at`` on count something else, for the reason given."""

    at: str
    reason: Text


@dataclass(frozen=True)
class Indicator:
    """The meaning of one figure. ``range`` bounds its values; ``headline`` orders it on the overview (0 = not there).

    ``headline_period`` is the period the overview quotes, where it is not the latest. ``scale`` is how many whole
    things one unit holds (천명 → 1,000), so that denominators divide like by like. ``incomparable`` says why the
    regions' figures must not be ranked against each other, and is empty where they may. ``tag`` is the word for a
    result where 실적 would say too much, such as 협약.
    """

    id: str
    pillar: str
    title: Text
    short: Text
    unit: Text
    meaning: Text
    kind: str = "number"
    nature: str = "stock"
    decimals: int = 0
    range: tuple[float, float] = (float("-inf"), float("inf"))
    better: str = "neither"
    aggregation: str = "none"
    levels: tuple[str, ...] = ("sido",)
    denominators: tuple[str, ...] = ()
    caution: tuple[Text, ...] = ()
    headline: int = 0
    headline_period: str = ""
    scale: float = 1.0
    incomparable: Text = Text("", "")
    breaks: tuple[Break, ...] = ()
    tag: Text = Text("", "")

    @property
    def weight(self) -> str:
        """The indicator whose figures weight a mean; empty for anything else."""
        return self.aggregation.partition(":")[2]


def read_indicator(path: Path) -> Indicator:
    """The indicator that a ``.toml`` file describes. Raises a Problem that names the file and the field."""
    place = f"indicators/{path.parent.name}/{path.name}"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise problems.UnreadableFile(place, reason=error, kind="TOML") from error
    _check(table, place, path)
    try:
        return _indicator(table)
    except (TypeError, ValueError, AttributeError) as error:
        raise problems.BrokenIndicator(place, reason=error) from error


def _indicator(table: dict[str, Any]) -> Indicator:
    low, high = table.get("range", (float("-inf"), float("inf")))
    return Indicator(
        id=table["id"],
        pillar=table["pillar"],
        title=Text.of(table["title"], table.get("title_en_by", "ours")),
        short=Text.of(table.get("short") or table["title"]),
        unit=Text.of(table["unit"]),
        meaning=Text.of(table["meaning"]),
        kind=table.get("kind", "number"),
        nature=table.get("nature", "stock"),
        decimals=int(table.get("decimals", 0)),
        range=(float(low), float(high)),
        better=table.get("better", "neither"),
        aggregation=table.get("aggregation", "none"),
        levels=tuple(table.get("levels", ("sido",))),
        denominators=tuple(table.get("denominators", ())),
        caution=tuple(Text.of(each) for each in table.get("caution", ())),
        headline=int(table.get("headline", 0)),
        headline_period=str(table.get("headline_period", "")),
        scale=float(table.get("scale", 1)),
        incomparable=Text.of(table.get("incomparable")),
        breaks=tuple(Break(str(each["at"]), Text.of(each)) for each in table.get("breaks", ())),
        tag=Text.of(table.get("tag")),
    )


def _check(table: dict[str, Any], place: str, path: Path) -> None:
    for field in ("id", "pillar", "title", "unit", "meaning"):
        if not table.get(field):
            raise problems.MissingField(place, field=field)
    for field in ("title", "unit", "meaning"):
        if not Text.of(table[field]).ko or not Text.of(table[field]).en:
            raise problems.MissingField(place, field=f"{field}.ko / {field}.en")
    for field, expected in (("id", path.stem), ("pillar", path.parent.name)):
        if table[field] != expected:
            raise problems.UnknownTerm(place, field=field, term=table[field], known=expected)
    for field, known in _VOCABULARY.items():
        if field in table and table[field] not in known:
            raise problems.UnknownTerm(place, field=field, term=table[field], known=", ".join(known))


_VOCABULARY = {
    "pillar": terms.PILLARS,
    "kind": terms.KINDS,
    "nature": terms.NATURES,
    "better": terms.BETTER,
}
