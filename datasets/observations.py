"""Observations: the figures of the indicators, read from their ``.csv`` files and checked against their meaning.

All files are read and checked together, column by column: a rule is asked once for each different word of a column, not
once for each row, so that half a million rows cost a second. Frames are made when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from datasets import periods, problems, rules, tables
from datasets.indicators import Indicator

SHAPE = tables.OBSERVATIONS
FIELDS = SHAPE.columns[2:]
KEY = ["region", "period"]
_AS_TEXT = pacsv.ConvertOptions(
    column_types=dict.fromkeys(SHAPE.columns, pa.string()), strings_can_be_null=False
)
Words = tuple[
    Sequence[str], np.ndarray
]  # the different words of a column, and which of them stands in each row


class Observations(Mapping[str, pd.DataFrame]):
    """Frames by indicator id, keyed by (region, period), columns ``FIELDS``; made from one table when first asked for.

    ``value`` is float for number indicators and ISO text for dates.
    """

    def __init__(self, table: pa.Table, files: Sequence[Indicator], at: np.ndarray) -> None:
        self._table, self._files = table, {indicator.id: indicator for indicator in files}
        edges = np.searchsorted(at, np.arange(len(files) + 1))
        self._edges = {i.id: (int(edges[n]), int(edges[n + 1])) for n, i in enumerate(files)}
        self._frames: dict[str, pd.DataFrame] = {}

    def __getitem__(self, id_: str) -> pd.DataFrame:
        if id_ not in self._frames:
            self._frames[id_] = self._frame(id_)
        return self._frames[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def _frame(self, id_: str) -> pd.DataFrame:
        """The rows of one indicator: numbers in one block, all texts in another, which pandas moves in one go."""
        first, last = self._edges[id_]
        rows = {c: self._table[c].slice(first, last - first).combine_chunks() for c in SHAPE.columns}
        keys = [rows[column].dictionary_encode() for column in KEY]
        index = pd.MultiIndex(
            levels=[key.dictionary.to_pylist() for key in keys],
            codes=[key.indices.to_numpy() for key in keys],
            names=KEY,
            verify_integrity=False,
        )
        texts = np.array([_shared(rows[column]) for column in FIELDS[1:]], dtype=object)
        frame = pd.DataFrame(texts.T.reshape(-1, len(FIELDS) - 1), index, FIELDS[1:], dtype=object)
        values = pc.if_else(pc.equal(rows["value"], ""), None, rows["value"])  # type: ignore[attr-defined]
        if self._files[id_].kind == "number":
            values = values.cast(pa.float64())
        frame.insert(0, "value", values.to_numpy(zero_copy_only=False))
        return frame


def _shared(cells: pa.Array) -> np.ndarray:
    """Texts as Python objects, equal ones as the same object."""
    encoded = cells.dictionary_encode()
    return np.array(encoded.dictionary.to_pylist(), dtype=object)[encoded.indices.to_numpy()]


def read_observations(
    files: Sequence[tuple[Indicator, Path]], known: rules.Known
) -> tuple[Observations, list[problems.Problem]]:
    """The sound rows of every indicator, and the faults of the others; a file that cannot be read counts as empty."""
    read, faults = [], []
    for _, path in files:
        try:
            read.append(_read(path, f"indicators/{path.parent.name}/{path.name}"))
        except problems.Problem as fault:
            faults.append(fault)
            read.append(_read_nothing())
    rows = Rows(pa.concat_tables(read) if read else _read_nothing(), files, [len(table) for table in read])
    bad = np.zeros(len(rows.table), dtype=bool)
    for mask, fault in rows.faults(known):
        bad |= mask
        faults += [fault(int(row)) for row in np.flatnonzero(mask)]
    sound = pa.array(~bad)
    return Observations(
        rows.table.filter(sound), [indicator for indicator, _ in files], rows.at[~bad]
    ), faults


def _read(path: Path, place: str) -> pa.Table:
    """One file as text, every cell stripped, absent columns empty. Raises a Problem when it cannot be read."""
    try:
        table = pacsv.read_csv(path, convert_options=_AS_TEXT)
    except FileNotFoundError as error:
        raise problems.MissingFile(place) from error
    except (pa.ArrowInvalid, OSError) as error:
        raise problems.UnreadableFile(place, reason=str(error).split("\n")[0], kind="CSV") from error
    for column in (*SHAPE.required, *SHAPE.vocabulary):
        if column not in table.column_names:
            raise problems.MissingColumn(place, column=column)
    empty = pa.array([""] * len(table), pa.string())
    held = {c: table[c] if c in table.column_names else empty for c in SHAPE.columns}
    return pa.table({c: pc.utf8_trim_whitespace(cells) for c, cells in held.items()})  # type: ignore[attr-defined]


def _read_nothing() -> pa.Table:
    return pa.table({c: pa.array([], pa.string()) for c in SHAPE.columns})


Fault = Callable[[int], problems.Problem]


@dataclass
class Rows:
    """Every row of every file, one below the other; ``at`` says which file a row is of."""

    table: pa.Table
    files: Sequence[tuple[Indicator, Path]]
    lengths: Sequence[int]

    def __post_init__(self) -> None:
        self.at = np.repeat(np.arange(len(self.files)), self.lengths)
        for column, default in (("status", "actual"), ("qualifier", "exact")):
            cells = self.table[column]
            filled = pc.if_else(pc.equal(cells, ""), default, cells)  # type: ignore[attr-defined]
            self.table = self.table.set_column(
                self.table.column_names.index(column), column, filled.cast(pa.string())
            )
        self.words = {column: self._encoded(column) for column in SHAPE.columns if column in _CHECKED}

    def _encoded(self, column: str) -> Words:
        cells = self.table[column].combine_chunks().dictionary_encode()
        return cells.dictionary.to_pylist(), cells.indices.to_numpy()

    def which(self, column: str, test: Callable[[str], bool]) -> np.ndarray:
        """The rows whose word in a column passes a test."""
        words, at = self.words[column]
        return np.array([test(word) for word in words], dtype=bool)[at] if len(words) else np.zeros(0, bool)

    def place(self, row: int) -> str:
        """File and line of a row, the header being line one."""
        path = self.files[self.at[row]][1]
        line = row - int(np.sum(self.lengths[: self.at[row]])) + 2
        return f"indicators/{path.parent.name}/{path.name}:{line}"

    def cell(self, column: str, row: int) -> str:
        return self.table[column][int(row)].as_py()

    def faults(self, known: rules.Known) -> Iterator[tuple[np.ndarray, Fault]]:
        """Each rule as the rows that break it and the Problem of one of them."""
        yield from self._of_words(known)
        yield from self._of_places(known)
        yield from self._of_values()
        yield self._repeated(), lambda row: problems.DuplicateKey(self.place(row), id=self._key(row))
        yield self._joined(), lambda row: problems.JoinedSeries(self.place(row), series=self._key(row))

    def _of_words(self, known: rules.Known) -> Iterator[tuple[np.ndarray, Fault]]:
        for column in SHAPE.required:
            yield self.which(column, lambda w: not w), self._missing(column)
        for column, words in SHAPE.vocabulary.items():
            yield (
                self.which(column, lambda w, words=words: bool(w) and w not in words),
                lambda row, column=column, words=words: problems.UnknownTerm(
                    self.place(row), field=column, term=self.cell(column, row), known=", ".join(words)
                ),
            )
        yield (
            self.which("period", lambda w: bool(w) and not rules.is_period(w)),
            lambda row: problems.BadPeriod(self.place(row), field="period", period=self.cell("period", row)),
        )
        yield (
            self.which("region", lambda w: bool(w) and w not in known.regions),
            lambda row: problems.UnknownRegion(self.place(row), code=self.cell("region", row)),
        )

    def _of_places(self, known: rules.Known) -> Iterator[tuple[np.ndarray, Fault]]:
        cited, placed = self.which("source", bool), self.which("where", bool)
        yield (
            self.which("source", lambda w: any(id_ not in known.sources for id_ in rules.listed(w))),
            lambda row: problems.UnknownSource(self.place(row), source=self.cell("source", row)),
        )
        numbered = self.which("source", lambda w: any(known.sources.get(id_) for id_ in rules.listed(w)))
        yield (
            numbered & self.which("where", lambda w: not rules.is_lines(w)),
            lambda row: problems.BadPlace(self.place(row), where=self.cell("where", row)),
        )
        yield cited & ~placed & ~numbered, self._missing("where")
        given = self.which("value", bool)
        yield given & ~cited, self._missing("source")
        yield given & ~cited & ~placed, self._missing("where")

    def _of_values(self) -> Iterator[tuple[np.ndarray, Fault]]:
        given = self.which("value", bool)
        yield ~given & ~self.which("missing_reason", bool), self._missing("value / missing_reason")
        dated = np.array([i.kind == "date" for i, _ in self.files], dtype=bool)[self.at]
        numeric = np.array([i.kind == "number" for i, _ in self.files], dtype=bool)[self.at]
        yield (
            given & dated & self.which("value", lambda w: not rules.is_period(w)),
            lambda row: problems.BadPeriod(self.place(row), field="value", period=self.cell("value", row)),
        )
        plain = self.which("value", rules.is_number)
        yield (
            given & numeric & ~plain,
            lambda row: problems.BadNumber(self.place(row), field="value", value=self.cell("value", row)),
        )
        yield self._outside(given & numeric & plain), self._out_of_range

    def _outside(self, asked: np.ndarray) -> np.ndarray:
        words, at = self.words["value"]
        numbers = np.array([float(w) if rules.is_number(w) else np.nan for w in words], dtype=float)
        low, high = np.array([i.range for i, _ in self.files], dtype=float).reshape(-1, 2)[self.at].T
        value = numbers[at] if len(words) else np.zeros(0)
        return asked & ((value < low) | (value > high))

    def _out_of_range(self, row: int) -> problems.Problem:
        low, high = self.files[self.at[row]][0].range
        return problems.OutOfRange(
            self.place(row), value=self.cell("value", row), low=f"{low:g}", high=f"{high:g}"
        )

    def _missing(self, column: str) -> Fault:
        return lambda row: problems.MissingField(self.place(row), field=column)

    def _key(self, row: int) -> str:
        return " ".join(filter(None, (self.cell(c, row) for c in (*KEY, "series"))))

    def _repeated(self) -> np.ndarray:
        """The rows whose file, region, period and series stood before."""
        keys = self.at.astype(np.int64)
        for column in (*KEY, "series"):
            words, at = self.words[column]
            keys = keys * (len(words) + 1) + at
        return pd.Series(keys).duplicated().to_numpy()

    def _joined(self) -> np.ndarray:
        """The rows after a marked break that carry the series of rows before it."""
        joined = np.zeros(len(self.table), dtype=bool)
        for number, (indicator, _) in enumerate(self.files):
            for each in indicator.breaks:
                joined |= self._joined_at(number, each.at)
        return joined

    def _joined_at(self, number: int, at: str) -> np.ndarray:
        starts = periods.parse(at).start
        here = self.at == number
        after = here & self.which("period", lambda w: rules.is_period(w) and periods.parse(w).start >= starts)
        series = self.words["series"][1]
        return after & np.isin(series, series[here & ~after])


_CHECKED = {*KEY, *SHAPE.vocabulary, "source", "where", "value", "series"}
