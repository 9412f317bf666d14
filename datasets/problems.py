"""What can be wrong with the data, one small named class each.

A problem is a value as well as an exception: loading collects it and goes on, so one broken file never hides the
others. ``str(problem)`` is the English sentence *place · fault · repair*; the reader's language comes from wording,
which looks the ``key`` up and fills in the ``fields``.
"""

from __future__ import annotations


class Problem(Exception):
    """One fault in one place. ``place`` says where; ``fields`` hold what the sentence needs."""

    key = "problem"
    fault = "something is wrong"
    repair = "mend the file"

    def __init__(self, place: str, **fields: object) -> None:
        super().__init__(place)
        self.place = place
        self.fields = {name: str(value)[:120] for name, value in fields.items()}

    def __str__(self) -> str:
        return f"{self.place} · {self.fault.format(**self.fields)} · {self.repair.format(**self.fields)}"


class MissingFile(Problem):
    key = "missing-file"
    fault = "the file is not there"
    repair = "put it back, or remove what points at it"


class UnreadableFile(Problem):
    key = "unreadable-file"
    fault = "the file cannot be read: {reason}"
    repair = "save it as UTF-8 {kind} and try again"


class MissingColumn(Problem):
    key = "missing-column"
    fault = "column {column} is missing"
    repair = "add the column to the header row"


class MissingField(Problem):
    key = "missing-field"
    fault = "{field} is empty"
    repair = "fill it in"


class UnknownTerm(Problem):
    key = "unknown-term"
    fault = "{field} holds {term}, which is none of: {known}"
    repair = "use one of these words"


class UnknownRegion(Problem):
    key = "unknown-region"
    fault = "region code {code} is unknown"
    repair = "use a code of geo/regions.csv"


class UnknownSource(Problem):
    key = "unknown-source"
    fault = "document {source} is not in sources.toml"
    repair = "add the document to sources.toml, or mend its id"


class UnusedSource(Problem):
    key = "unused-source"
    fault = "document {source} supports no row"
    repair = "cite it, or take it out of sources.toml"


class UnknownReference(Problem):
    key = "unknown-reference"
    fault = "{field} points at {id}, which does not exist"
    repair = "mend the id, or add what it points at"


class DuplicateKey(Problem):
    key = "duplicate-key"
    fault = "{id} stands twice"
    repair = "keep one row, or give the other its own id"


class BadNumber(Problem):
    key = "bad-number"
    fault = "{field} is {value}, not a number"
    repair = "write a plain number without unit or thousands mark"


class OutOfRange(Problem):
    key = "out-of-range"
    fault = "{value} lies outside {low} to {high}"
    repair = "mend the value, or the range of the indicator"


class BadPeriod(Problem):
    key = "bad-period"
    fault = "{field} is {period}, which is no date"
    repair = "write YYYY, YYYY-MM, YYYY-MM-DD or a span start/end"


class JoinedSeries(Problem):
    key = "joined-series"
    fault = "{series} stands after a marked break in the series of the figures before it"
    repair = "give the rows after the break a series id of their own, or mend the break"


class BrokenSum(Problem):
    key = "broken-sum"
    fault = "the regions of {period} add up to {sum}, the published total is {total}"
    repair = "mend the value that is off, or cite the total of the same edition"


class BadPlace(Problem):
    key = "bad-place"
    fault = "{where} is no place in a document"
    repair = "write the line as L12, several as L12;L15, or name the table or page"


class BrokenIndicator(Problem):
    key = "broken-indicator"
    fault = "the indicator cannot be used: {reason}"
    repair = "mend the field named here; the reference is CONTRIBUTING.md"


class BrokenCount(Problem):
    key = "broken-count"
    fault = "{named} parts are named but only {declared} are declared"
    repair = "mend declared, or move a part to where it belongs"


class UnknownIndicator(Problem):
    key = "unknown-indicator"
    fault = "indicator {id} does not exist"
    repair = "choose one from the catalogue"


class UnknownTable(Problem):
    key = "unknown-table"
    fault = "there is no table {table}"
    repair = "choose one of datasets/tables.py"
