"""The record tables: what each may hold, and how a file of one is read and checked.

A table is described once, as data, in ``TABLES``; reading, checking and the documentation follow from that.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from datasets import periods, problems, terms

_LINES = re.compile(r"L\d+(-L?\d+)?(;L\d+(-L?\d+)?)*")
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


@dataclass(frozen=True)
class Known:
    """The ids a row may point at: region codes, documents (id → has numbered lines), and ids per table."""

    regions: Collection[str]
    sources: Mapping[str, bool]
    ids: Mapping[str, Collection[str]] = field(default_factory=dict)

    def holds(self, table: str, id_: str) -> bool:
        tables = self.ids.values() if table == "*" else (self.ids.get(table, ()),)
        return any(id_ in ids for ids in tables) or (table == "*" and id_ in self.regions)


def read_rows(path: Path, table: Table, place: str) -> list[dict[str, str]]:
    """The rows of one CSV file as text, every cell stripped. Raises a Problem when the file cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise problems.MissingFile(place) from error
    except (UnicodeDecodeError, OSError) as error:
        raise problems.UnreadableFile(place, reason=type(error).__name__, kind="CSV") from error
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        header = reader.fieldnames or []
        for column in (*table.required, *table.vocabulary):
            if column not in header:
                raise problems.MissingColumn(place, column=column)
        return [{c: (row.get(c) or "").strip() for c in table.columns} for row in reader]
    except csv.Error as error:
        raise problems.UnreadableFile(place, reason=error, kind="CSV") from error


def keep_sound(
    rows: list[dict[str, str]], table: Table, place: str, known: Known
) -> tuple[list[dict[str, str]], list[problems.Problem]]:
    """The rows without a fault, and the faults of the others."""
    faults: list[problems.Problem] = []
    sound: list[dict[str, str]] = []
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        here = f"{place}:{number}"
        found = list(faults_of(row, table, here, known))
        if "id" in table.columns and row["id"] in seen:
            found.append(problems.DuplicateKey(here, id=row["id"]))
        seen.add(row.get("id", ""))
        faults += found
        if not found:
            sound.append(row)
    return sound, faults


def faults_of(row: Mapping[str, str], table: Table, place: str, known: Known) -> Iterator[problems.Problem]:
    """Every fault of one row, in the order of its columns."""
    for column in table.required:
        if not row[column]:
            yield problems.MissingField(place, field=column)
    for column, words in table.vocabulary.items():
        if row[column] and row[column] not in words:
            yield problems.UnknownTerm(place, field=column, term=row[column], known=", ".join(words))
    for column in table.numbers:
        if row[column] and not is_number(row[column]):
            yield problems.BadNumber(place, field=column, value=row[column])
    for column in table.periods:
        if row[column] and not is_period(row[column]):
            yield problems.BadPeriod(place, field=column, period=row[column])
    yield from _faults_of_regions(row, place, known)
    yield from _faults_of_terms(row, place)
    yield from faults_of_place(row, place, known)


def faults_of_references(
    row: Mapping[str, str], table: Table, place: str, known: Known
) -> Iterator[problems.Problem]:
    """Every id of the row that points at nothing; asked once all tables are read."""
    for column, other in table.references.items():
        for id_ in filter(None, row[column].split(";")):
            if not known.holds(other, id_):
                yield problems.UnknownReference(place, field=column, id=id_)


def faults_of_place(row: Mapping[str, str], place: str, known: Known) -> Iterator[problems.Problem]:
    """A document that is not listed, or a place in it that cannot be found again."""
    for source, where in (("source", "where"), ("baseline_source", "baseline_where")):
        id_ = row.get(source, "")
        if id_ and id_ not in known.sources:
            yield problems.UnknownSource(place, source=id_)
        elif id_ and known.sources[id_] and not is_lines(row[where]):
            yield problems.BadPlace(place, where=row[where])
        elif id_ and not row[where]:
            yield problems.MissingField(place, field=where)


def _faults_of_regions(row: Mapping[str, str], place: str, known: Known) -> Iterator[problems.Problem]:
    for code in filter(None, row.get("region", "").split(";")):
        if code not in known.regions:
            yield problems.UnknownRegion(place, code=code)


def _faults_of_terms(row: Mapping[str, str], place: str) -> Iterator[problems.Problem]:
    lists = (("pillars", terms.PILLARS), ("tentative", terms.TENTATIVE), ("en_by", terms.TRANSLATED_BY))
    for column, words in lists:
        for term in filter(None, row.get(column, "").split(";")):
            if term not in words:
                yield problems.UnknownTerm(place, field=column, term=term, known=", ".join(words))


def listed(cell: str) -> list[str]:
    """The ids of a cell that may hold several."""
    return [id_ for id_ in cell.split(";") if id_]


def is_lines(text: str) -> bool:
    """Whether a place names numbered lines: ``L12``, ``L12-L14``, ``L12;L15``."""
    return _LINES.fullmatch(text) is not None


def is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False


def is_period(text: str) -> bool:
    try:
        periods.parse(text)
    except ValueError:
        return False
    return True


def to_frame(rows: list[dict[str, str]], table: Table) -> pd.DataFrame:
    """Checked rows as a frame: numbers as floats (NaN where empty), everything else as text."""
    frame = pd.DataFrame(rows, columns=list(table.columns), dtype="str")
    for column in table.numbers:
        frame[column] = pd.to_numeric(frame[column].replace("", None), errors="coerce").astype("float64")
    return frame
