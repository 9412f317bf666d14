"""The workbook inside a native chart: what PowerPoint opens for *edit data*. Names are texts, figures are numbers."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from components.export.pptx.pen import FONT
from components.export.texts import plain
from components.natives import Plot, Series

NAME = "Sheet1"
EPOCH = date(1899, 12, 30)
DAY = "yyyy-mm-dd"


@dataclass(frozen=True)
class Row:
    """One series as it is written: its clean name, its figures, and the cells they stand in."""

    series: Series
    name: str
    values: tuple[float | None, ...]
    x: tuple[float | None, ...]
    column: int
    first: int  # row of the first figure, from 1

    def cells(self, column: int) -> str:
        name = xl_col_to_name(column)
        return f"{NAME}!${name}${self.first}:${name}${self.first + max(len(self.values), 1) - 1}"

    @property
    def head(self) -> str:
        return f"{NAME}!${xl_col_to_name(self.column)}$1"

    @property
    def figures(self) -> str:
        return self.cells(self.column)


@dataclass(frozen=True)
class Sheet:
    """The data of a plot, cleaned once for the workbook and for the chart's own copy of it."""

    plot: Plot

    @cached_property
    def categories(self) -> tuple[str, ...]:
        return tuple(map(plain, self.plot.categories))

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The categories as Excel's days, where all of them are dates."""
        try:
            return tuple((date.fromisoformat(day) - EPOCH).days for day in self.plot.days)
        except ValueError:
            return ()

    @property
    def dated(self) -> bool:
        return self.plot.form == "line" and len(self.days) == len(self.categories) > 0

    @property
    def pairs(self) -> bool:
        """Whether points have an x of their own instead of a category."""
        return self.plot.form == "scatter"

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        found: list[Row] = []
        first = 2
        for at, series in enumerate(self.plot.series):
            many = len(series.values) if self.pairs else len(self.categories)
            values, x = _figures(series.values, many), _figures(series.x, many)
            found.append(Row(series, plain(series.name), values, x, at + (2 if self.pairs else 1), first))
            first += many if self.pairs else 0
        return tuple(found)

    @property
    def told(self) -> tuple[float, ...]:
        """All figures there are."""
        return tuple(value for row in self.rows for value in row.values if value is not None)

    def workbook(self) -> bytes:
        """The workbook as a file."""
        told = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(told, options) as book:
            book.formats[0].set_font_name(FONT)
            sheet, figure = book.add_worksheet(NAME), book.add_format({"num_format": self.plot.number_format})
            figure.set_font_name(FONT)
            (self._write_pairs if self.pairs else self._write_categories)(book, sheet, figure)
            for row in self.rows:
                sheet.write_string(0, row.column, row.name)
                _write(sheet, row.first - 1, row.column, row.values, figure)
        return told.getvalue()

    def _write_categories(self, book: Any, sheet: Any, _: Any) -> None:
        sheet.set_column(0, 0, 18)
        if self.dated:
            _write(sheet, 1, 0, self.days, book.add_format({"num_format": DAY, "font_name": FONT}))
            return
        for at, name in enumerate(self.categories, start=1):
            sheet.write_string(at, 0, name)

    def _write_pairs(self, book: Any, sheet: Any, figure: Any) -> None:
        """Names before the two figures of each point: nobody edits what he cannot find."""
        shape = book.add_format({"num_format": DAY, "font_name": FONT}) if self.plot.x_days else figure
        sheet.set_column(0, 0, 18)
        sheet.write_string(0, 1, plain(self.plot.x_title))
        for row in self.rows:
            for at, name in enumerate(row.series.names[: len(row.values)]):
                sheet.write_string(row.first - 1 + at, 0, plain(name))
            _write(sheet, row.first - 1, 1, row.x, shape)


def _figures(values: Sequence[float | None], many: int) -> tuple[float | None, ...]:
    """So many figures; what is none, endless or missing is a gap."""
    padded = [*values, *[None] * many][:many]
    return tuple(float(v) if v is not None and math.isfinite(v) else None for v in padded)


def _write(sheet: Any, first: int, column: int, values: Iterable[float | None], shape: Any) -> None:
    for at, value in enumerate(values, start=first):
        if value is not None:
            sheet.write_number(at, column, value, shape)
