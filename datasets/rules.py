"""Rows of the record tables: read as text from a CSV file and checked one by one against the shape of their table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from datasets import periods, problems, terms
from datasets.tables import Table

_LINES = re.compile(r"L\d+(-L?\d+)?(;L\d+(-L?\d+)?)*")


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
    for code in listed(f"{row.get('region', '')};{row.get('spot', '')}"):
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
