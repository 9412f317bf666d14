"""One chart of real figures for every kind, for tests that go through all of them."""

from __future__ import annotations

from dataclasses import replace

from components.chart import KINDS, Chart

BASES = ("17", "16")
LIT = {"17": ("gwangju", "seoul"), "16": ("jeonnam-gwangju", "seoul")}
_SHARE = Chart("choropleth", ("ict_value_added",), per="grdp")
_PAIR = ("grdp_2023", "ict_value_added")
_MANY = ("ict_value_added", "rnd_personnel", "sw_universities", "ai_graduate_schools")
_EXAMPLES = {
    "trend": Chart("trend", ("rnd_expenditure",)),
    "side_by_side": Chart("side_by_side", _MANY, regions=("seoul", "busan", "gyeonggi")),
    "fact_card": Chart("fact_card", ("ai_firm_mous",), period="2025-03-28"),
    "scatter": Chart("scatter", _PAIR, per="population"),
    "multiples": Chart("multiples", _MANY, per="population"),
    "strip": Chart("strip", _MANY),
    "dated_dots": Chart("dated_dots", ("ai_industry_ordinance",)),
    "coverage": Chart("coverage", _MANY),
    "profile": Chart("profile", _MANY),
    "standings": Chart("standings", _MANY),
    "target_bullet": Chart(
        "target_bullet", ("smart-factories-cumulative", "ai-centred-universities"), records="targets"
    ),
    "verdicts": Chart("verdicts", records="targets", where=(("status", "target"), ("year", "2030"))),
    "strategy_tree": Chart("strategy_tree", records="strategies", where=(("region", "seoul"),)),
    "matrix": Chart("matrix", records="strategies"),
    "timeline": Chart("timeline", records="events", where=(("headline", "*"),)),
}


def example(kind: str, basis: str = "", lit: bool = True) -> Chart:
    """A chart of the kind on a basis, two regions lit; kinds without an example of their own show a share of GRDP."""
    chart = _EXAMPLES.get(kind) or replace(_SHARE, kind=kind)
    if chart.records:
        return chart
    shown = LIT[basis or BASES[0]] if lit else ()
    chosen = () if basis == "16" and chart.regions else chart.regions
    return replace(chart, basis=basis, lit=shown, regions=chosen)


def fifteen() -> tuple[Chart, ...]:
    """Fifteen charts as a forum sees them: maps, rankings, lines, scatter, cards, trees and tables."""
    kinds = [
        kind
        for kind in KINDS
        if kind not in ("columns", "coverage", "standings", "strip", "verdicts", "matrix")
    ]
    return tuple(example(kind) for kind in kinds)[:15]
