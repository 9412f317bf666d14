"""The figures of an outline as a Data Package (Frictionless, version 2): tables as CSV and what they hold as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

import pandas as pd

from components.exhibit import Exhibit
from components.export.csv import write_csv
from components.export.headers import unique
from components.export.texts import plain
from components.labels import clean
from components.outline import Outline
from components.wording import words
from datasets.sources import Source

NAME = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0/"
_UNSTATED = "notspecified"  # the Open Definition's id of terms it does not list; the documents' own words stand beside
_DATES = (("date", r"\d{4}-\d\d-\d\d"), ("yearmonth", r"\d{4}-(0[1-9]|1[0-2])"), ("year", r"\d{4}"))
_URL = "%/:?=&;,@#+~!$'()*[]"  # signs of an address that stay as they are


@dataclass(frozen=True)
class Table:
    """One chart's figures: the name of its file, its title, its rows, and who wrote them."""

    path: str
    name: str
    title: str
    frame: pd.DataFrame
    exhibit: Exhibit

    @property
    def csv(self) -> Callable[[], bytes]:
        """Makes the file: CSV with a header, nothing before and nothing after the rows."""
        return lambda: write_csv(self.frame).encode("utf-8")


def names(outline: Outline) -> list[tuple[str, str]]:
    """What the files of each chart are called, numbered and without an ending, and its title."""
    return [
        (f"{number:02d}_{exhibit.file_name}", exhibit.heading.title)
        for number, exhibit in enumerate(outline.exhibits, start=1)
    ]


def tables(outline: Outline) -> list[Table]:
    """The figures of each chart."""
    return [
        Table(f"{name}.csv", _identifier(number, exhibit), title, _headed(exhibit.values), exhibit)
        for number, ((name, title), exhibit) in enumerate(
            zip(names(outline), outline.exhibits, strict=True), start=1
        )
    ]


def descriptor(outline: Outline) -> str:
    """What the tables are, as the text of ``datapackage.json``."""
    say, found = words(outline.lang), tables(outline)
    sources = {source.id: source for table in found for source in table.exhibit.material.sources}
    told = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": f"regional-ai-readiness-{re.sub(r'[^a-z0-9._-]+', '-', outline.edition.id.lower())}",
        "title": clean(outline.title),
        "description": f"{clean(outline.mark)}. {say('sources.rule_index')}",
        "version": clean(outline.edition.id),
        "created": f"{outline.edition.as_of}T00:00:00Z",
        "languages": [outline.lang],
        "licenses": _licences(list(sources.values()), outline.lang),
        "sources": [_source(source, outline.lang) for source in sources.values()],
        "resources": [_resource(table, outline.lang) for table in found],
    }
    kept = {key: value for key, value in told.items() if value}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def _identifier(number: int, exhibit: Exhibit) -> str:
    return f"chart-{number:02d}-{exhibit.chart.kind}"


def _headed(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows under headers as the file has them, none twice."""
    return frame.set_axis(unique([plain(column) for column in frame.columns]), axis="columns")


def _resource(table: Table, lang: str) -> dict[str, Any]:
    """One table: where it is, how it is written, and its fields."""
    heading = table.exhibit.heading
    fields = [{"name": name, "type": _type(table.frame[name].tolist())} for name in table.frame.columns]
    told = {
        "name": table.name,
        "type": "table",
        "path": table.path,
        "title": clean(table.title),
        "description": clean(" · ".join(filter(None, (heading.subtitle, *heading.foot)))),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": f"{_PROFILES}tabledialect.json", "header": True, "delimiter": ","},
        "schema": {"$schema": f"{_PROFILES}tableschema.json", "fields": fields, "missingValues": [""]},
        "sources": [_source(source, lang) for source in table.exhibit.material.sources],
    }
    return {key: value for key, value in told.items() if value}


def _type(values: list[Any]) -> str:
    """The type every value of a column has; texts where they differ."""
    filled = [value for value in values if value is not None and value == value and value != ""]
    if not filled:
        return "string"
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in filled):
        return "integer" if all(float(value).is_integer() for value in filled) else "number"
    if not all(isinstance(value, str) for value in filled):
        return "string"
    return next((kind for kind, shape in _DATES if all(_is(kind, shape, each) for each in filled)), "string")


def _is(kind: str, shape: str, told: str) -> bool:
    """Whether a text is a date of that precision, and one that exists."""
    if not re.fullmatch(shape, told):
        return False
    try:
        return kind != "date" or bool(date.fromisoformat(told))
    except ValueError:
        return False


def _source(source: Source, lang: str) -> dict[str, str]:
    """One document: title and address as the standard has them, publisher, day and terms beside."""
    address = source.url if source.url.startswith(("https://", "http://")) else ""
    told = {
        "title": clean(source.title[lang]),
        "path": quote(address, safe=_URL),
        "publisher": clean(source.publisher[lang]),
        "published": clean(source.published),
        "licence": clean(source.licence[lang]),
    }
    return {key: value for key, value in told.items() if value}


def _licences(sources: list[Source], lang: str) -> list[dict[str, str]]:
    """The terms of the documents, each once, in their own words."""
    terms = dict.fromkeys(told for source in sources if (told := clean(source.licence[lang])))
    return [{"name": _UNSTATED, "title": each} for each in terms]
