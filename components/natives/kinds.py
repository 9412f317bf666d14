"""What each chart kind is in the objects of office programs, by the name of the kind."""

from __future__ import annotations

from components.natives.coverage import native as coverage
from components.natives.dated_dots import native as dated_dots
from components.natives.distribution import native as distribution
from components.natives.facts import native as fact_card
from components.natives.matrix import native as matrix
from components.natives.multiples import native as multiples
from components.natives.profile import native as profile
from components.natives.ranked_bar import native as ranked_bar
from components.natives.scatter import native as scatter
from components.natives.side_by_side import native as side_by_side
from components.natives.standings import native as standings
from components.natives.strategy_tree import native as strategy_tree
from components.natives.strip import native as strip
from components.natives.tables import native as table
from components.natives.target_bullet import native as target_bullet
from components.natives.timeline import native as timeline
from components.natives.trend import native as trend
from components.natives.verdicts import native as verdicts

__all__ = [
    "coverage",
    "dated_dots",
    "distribution",
    "fact_card",
    "matrix",
    "multiples",
    "profile",
    "ranked_bar",
    "scatter",
    "side_by_side",
    "standings",
    "strategy_tree",
    "strip",
    "table",
    "target_bullet",
    "timeline",
    "trend",
    "verdicts",
]
