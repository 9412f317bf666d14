"""The record tables: what each may hold.

A table is described once, as data, in ``TABLES``; reading and checking (``datasets.rows``) and the documentation follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from datasets import terms

_NAMES = ("ko", "en", "en_by")
_PLACE = ("source", "where")
_NOTES = ("note_ko", "note_en")


@dataclass(frozen=True)
class Table:
    """The shape of one table. ``vocabulary``: column → allowed words; ``references``: column → table of the id."""

    name: str
    columns: tuple[str, ...]
    required: tuple[str, ...] = ("id", "ko", "en", "source", "where")
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "organisations",
            ("id", *_NAMES, "kind", "region", "renamed_from_ko", "renamed_from_en", *_PLACE, *_NOTES),
            vocabulary={"kind": terms.ORGANISATION_KINDS},
        ),
        Table(
            "strategies",
            (
                "id",
                "parent",
                "order",
                "level",
                "declared",
                "declared_of",
                "owner",
                "region",
                "pillars",
                *_NAMES,
            )
            + ("start", "end", "decision", "tentative", *_PLACE, *_NOTES),
            vocabulary={
                "level": terms.STRATEGY_LEVELS,
                "declared_of": terms.STRATEGY_LEVELS,
                "decision": terms.DECISIONS,
            },
            references={"parent": "strategies", "owner": "organisations"},
            numbers=("order", "declared"),
            periods=("start", "end"),
        ),
        Table(
            "agenda",
            ("id", "meeting", "number", *_NAMES, "decision", "strategy", "owner", *_PLACE, *_NOTES),
            vocabulary={"decision": terms.DECISIONS},
            references={"meeting": "events", "strategy": "strategies", "owner": "organisations"},
        ),
        Table(
            "events",
            ("id", "date", "end", *_NAMES, "region", "organisation", "status", "qualifier", "tentative")
            + ("pillars", "headline", *_PLACE, *_NOTES),
            vocabulary={"status": terms.EVENT_STATUSES, "qualifier": terms.QUALIFIERS},
            references={"organisation": "organisations"},
            periods=("date", "end"),
        ),
        Table(
            "facilities",
            (
                "id",
                *_NAMES,
                "kind",
                "region",
                "spot",
                "place_ko",
                "place_en",
                "opened",
                "status",
                "tentative",
                "owner",
            )
            + ("pillars", *_PLACE, *_NOTES),
            vocabulary={"kind": terms.FACILITY_KINDS, "status": ("open", "planned")},
            references={"owner": "organisations"},
            periods=("opened",),
        ),
        Table(
            "partnerships",
            ("id", *_NAMES, "kind", "parties", "region", "date", "status", "parent", *_PLACE, *_NOTES),
            vocabulary={"kind": terms.PARTNERSHIP_KINDS, "status": terms.EVENT_STATUSES},
            references={"parties": "organisations", "parent": "partnerships"},
            periods=("date",),
        ),
        Table(
            "roles",
            ("id", "organisation", "person_ko", "person_en", "role", "object", *_NAMES, *_PLACE, *_NOTES),
            vocabulary={"role": terms.ROLES},
            references={"organisation": "organisations", "object": "*"},
        ),
        Table(
            "quantities",
            (
                "id",
                *_NAMES,
                "value",
                "unit_ko",
                "unit_en",
                "qualifier",
                "status",
                "nature",
                "period",
                "region",
            )
            + ("about", "indicator", "target", *_PLACE, *_NOTES),
            required=("id", "ko", "en", "value", "source", "where"),
            vocabulary={
                "qualifier": terms.QUALIFIERS,
                "status": terms.STATUSES,
                "nature": terms.QUANTITY_NATURES,
            },
            references={"about": "*", "indicator": "indicators", "target": "targets"},
            numbers=("value",),
            periods=("period",),
        ),
        Table(
            "targets",
            ("id", "indicator", "owner", "region", *_NAMES, "unit_ko", "unit_en", "baseline")
            + ("baseline_qualifier", "baseline_period", "baseline_survey_ko", "baseline_survey_en")
            + ("baseline_source", "baseline_where", "target", "target_qualifier", "target_period", "nature")
            + ("status", "decision", "pillars", "headline", "same_survey", "difference_ko", "difference_en")
            + ("confidence", *_PLACE, *_NOTES),
            vocabulary={
                "same_survey": terms.SAME_SURVEY,
                "confidence": terms.CONFIDENCES,
                "baseline_qualifier": terms.QUALIFIERS,
                "target_qualifier": terms.QUALIFIERS,
                "nature": terms.TARGET_NATURES,
                "status": terms.TARGET_STATUSES,
                "decision": terms.DECISIONS,
            },
            references={"indicator": "indicators", "owner": "organisations"},
            numbers=("baseline", "target"),
            periods=("baseline_period", "target_period"),
        ),
        Table(
            "laws",
            ("id", *_NAMES, "kind", "region", "status", "date", "owner", *_PLACE, *_NOTES),
            vocabulary={"kind": terms.LAW_KINDS, "status": terms.LAW_STATUSES},
            references={"owner": "organisations"},
            periods=("date",),
        ),
    )
}

OBSERVATIONS = Table(
    "observations",
    ("region", "period", "value", "status", "qualifier", *_PLACE, "derived", "series", "confidence")
    + ("missing_reason", *_NOTES),
    required=("region", "period"),
    vocabulary={
        "status": terms.STATUSES,
        "qualifier": terms.QUALIFIERS,
        "confidence": terms.CONFIDENCES,
        "missing_reason": terms.MISSING_REASONS,
    },
    periods=("period",),
)
