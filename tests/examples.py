"""Made-up data for tests: never shown to a reader, and marked as such in every text."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from datasets import catalog, tables
from datasets.catalog import Catalog

SOURCE = """
[example]
title = { ko = "시험용 문서", en = "Test document" }
publisher = { ko = "시험 기관", en = "Test body" }
published = 2024-12-20
licence = "made up for tests"
"""
INDICATOR = """
id = "{id}"
pillar = "{pillar}"
kind = "number"
nature = "{nature}"
aggregation = "{aggregation}"
better = "more"
decimals = {decimals}
range = [-1000, 1000000]
levels = ["sido"]
title = {{ ko = "시험 지표 {id}", en = "Test indicator {id}" }}
short = {{ ko = "시험 {id}", en = "Test {id}" }}
unit = {{ ko = "{unit}", en = "{unit}" }}
meaning = {{ ko = "시험용으로 지어낸 값", en = "Values made up for tests" }}
"""
SEVENTEEN = [
    "seoul",
    "busan",
    "daegu",
    "incheon",
    "gwangju",
    "daejeon",
    "ulsan",
    "sejong",
    "gyeonggi",
    "gangwon",
    "chungbuk",
    "chungnam",
    "jeonbuk",
    "jeonnam",
    "gyeongbuk",
    "gyeongnam",
    "jeju",
]


def write_folder(folder: Path) -> Path:
    """An empty data folder: one document, every record table with its header only."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.toml").write_text(SOURCE, encoding="utf-8")
    (folder / "edition.toml").write_text('id = "test"\nas_of = "2026-01-01"\n', encoding="utf-8")
    for table in tables.TABLES.values():
        (folder / f"{table.name}.csv").write_text(",".join(table.columns) + "\n", encoding="utf-8")
    return folder


def write_indicator(
    folder: Path,
    id_: str,
    values: Mapping[tuple[str, str], float | str],
    *,
    pillar: str = "industry",
    unit: str = "건",
    decimals: int = 1,
    nature: str = "stock",
    aggregation: str = "sum",
    statuses: Mapping[tuple[str, str], str] | None = None,
) -> Path:
    """Two files of one indicator; ``values`` by (region, period). Returns the ``.toml``."""
    place = folder / "indicators" / pillar
    place.mkdir(parents=True, exist_ok=True)
    meaning = INDICATOR.format(
        id=id_, pillar=pillar, unit=unit, decimals=decimals, nature=nature, aggregation=aggregation
    )
    (place / f"{id_}.toml").write_text(meaning, encoding="utf-8")
    with (place / f"{id_}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tables.OBSERVATIONS.columns, restval="")
        writer.writeheader()
        for (region, period), value in values.items():
            status = (statuses or {}).get((region, period), "actual")
            row = dict(region=region, period=period, value=value, status=status, qualifier="exact")
            writer.writerow(row | dict(source="example", where="table 1"))
    return place / f"{id_}.toml"


def full(folder: Path, **options: object) -> Catalog:
    """A catalogue with one indicator, ``ict_share``, reported by all seventeen and the nation in 2022 and 2023."""
    numbers = (10.8, 2.6, 2.9, 1.6, 2.9, 3.4, 0.8, 1.5, 4.8, 1.5, 1.0, 0.8, 1.6, 1.4, 1.1, 1.4, 3.0)
    values = {(code, "2023"): n for code, n in zip(SEVENTEEN, numbers, strict=True)}
    values |= {(code, "2022"): round(n * 0.9, 1) for code, n in zip(SEVENTEEN, numbers, strict=True)}
    values |= {("kr", "2023"): 4.5, ("kr", "2022"): 4.1}
    write_indicator(write_folder(folder), "ict_share", values, unit="%", **options)  # type: ignore[arg-type]
    return catalog.load(folder)


def some(folder: Path, k: int) -> Catalog:
    """A catalogue with one indicator, ``some_share``, reported by the first ``k`` regions only."""
    values = {(code, "2024-08"): 10.0 + n for n, code in enumerate(SEVENTEEN[:k])}
    write_indicator(write_folder(folder), "some_share", values, unit="곳", decimals=0)
    return catalog.load(folder)
