"""CSV: the rows of a chart for Excel, 한글 and statistics programs."""

from __future__ import annotations

import csv
import io

import pandas as pd

from components.export.texts import plain

BOM = "\ufeff"


def write_csv(frame: pd.DataFrame, notes: tuple[str, ...] = ()) -> str:
    """The frame as CSV text: BOM, CRLF, numbers as numbers, texts that look like formulas disarmed.

    ``notes`` (title, unit and period, sources) stand below the rows after an empty line, so that the header stays
    the first row. Excel and LibreOffice open it as UTF-8 by its BOM.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_cell(column) for column in frame.columns])
    writer.writerows([_cell(value) for value in row] for row in frame.itertuples(index=False))
    if notes:
        writer.writerow([])
        writer.writerows([[_cell(note)] for note in notes if note])
    return BOM + out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return "" if value != value else int(value) if float(value).is_integer() else value
    return "" if value is None or value is pd.NA else plain(value)
