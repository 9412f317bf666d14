"""The columns of every table a reader sees, and what stands in them."""

from __future__ import annotations

# The columns of each table a reader sees, in order; "facts" are all tables together.
COLUMNS: dict[str, tuple[str, ...]] = {
    "organisations": ("name", "kind", "region", "renamed_from", "source", "note"),
    "strategies": (
        "name",
        "level",
        "parent",
        "owner",
        "region",
        "pillars",
        "declared",
        "start",
        "end",
        "decision",
        "tentative",
        "source",
        "note",
    ),
    "agenda": ("number", "name", "decision", "owner", "meeting", "source", "note"),
    "events": ("date", "end", "name", "region", "status", "tentative", "organisation", "source", "note"),
    "facilities": (
        "name",
        "kind",
        "region",
        "place",
        "opened",
        "status",
        "tentative",
        "owner",
        "source",
        "note",
    ),
    "partnerships": ("name", "kind", "parties", "region", "date", "status", "source", "note"),
    "roles": ("name", "person", "organisation", "role", "object", "source", "note"),
    "quantities": ("name", "value", "period", "status", "nature", "region", "about", "source", "note"),
    "targets": (
        "name",
        "status",
        "baseline",
        "latest",
        "target",
        "target_period",
        "pace",
        "reached",
        "needed",
        "difference",
        "owner",
        "source",
        "note",
    ),
    "laws": ("name", "kind", "region", "status", "date", "owner", "source", "note"),
    "indicators": ("name", "pillars", "unit", "nature", "region", "coverage", "period", "source", "note"),
    "documents": ("date", "publisher", "name", "supports", "url", "note"),
    "facts": (
        "table",
        "name",
        "value",
        "period",
        "region",
        "status",
        "decision",
        "tentative",
        "source",
        "note",
    ),
}
# Where there is little room: what a row is about, its figure or outcome, and where that stands.
BRIEF = ("name", "value", "date", "target", "status", "decision", "region")
# What only other programs are given, beyond the columns a reader sees.
MORE = {"targets": ("region", "decision", "same_survey", "confidence")}
# What stands beside a figure, and after a document, where texts are taken apart for other programs.
PARTS = {
    "value": ("value", "unit", "qualifier"),
    "baseline": ("baseline", "baseline_qualifier", "baseline_period", "baseline_survey"),
    "target": ("target", "unit", "target_qualifier"),
    "latest": ("latest", "latest_qualifier", "latest_period", "latest_source"),
    "pace": ("pace", "pace_reason"),
    "needed": ("needed", "due"),
    "source": ("source", "where"),
}
NUMBERS = ("value", "baseline", "target", "declared", "order", "rank", "national", "to_national", "to_best")
DATES = (
    "date",
    "end",
    "start",
    "opened",
    "period",
    "baseline_period",
    "target_period",
    "latest_period",
    "due",
)
ORDINALS = ("number", "rank", "declared", "order", "supports")
