"""Made-up data for tests: never shown to a reader, and marked as such in every text."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Collection, Mapping
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
    series: Mapping[str, str] | None = None,
    low: Collection[str] = (),
) -> Path:
    """Two files of one indicator; ``values`` and ``statuses`` by (region, period), ``series`` by period.

    Figures of the regions in ``low`` are of low confidence.
    """
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
            row |= dict(source="example", where="table 1", series=(series or {}).get(period, ""))
            row |= dict(confidence="low" if region in low else "")
            writer.writerow(row)
    return place / f"{id_}.toml"


def full(folder: Path, **options: object) -> Catalog:
    """A catalogue with one indicator, ``ict_share``, reported by all seventeen and the nation in 2022 and 2023."""
    numbers = (10.8, 2.6, 2.9, 1.6, 2.9, 3.4, 0.8, 1.5, 4.8, 1.5, 1.0, 0.8, 1.6, 1.4, 1.1, 1.4, 3.0)
    values = {(code, "2023"): n for code, n in zip(SEVENTEEN, numbers, strict=True)}
    values |= {(code, "2022"): round(n * 0.9, 1) for code, n in zip(SEVENTEEN, numbers, strict=True)}
    values |= {("kr", "2023"): 4.5, ("kr", "2022"): 4.1}
    shares = {"aggregation": "none", **options}  # shares do not add up
    write_indicator(write_folder(folder), "ict_share", values, unit="%", **shares)  # type: ignore[arg-type]
    return catalog.load(folder)


def some(folder: Path, k: int) -> Catalog:
    """A catalogue with one indicator, ``some_share``, reported by the first ``k`` regions only."""
    values = {(code, "2024-08"): 10.0 + n for n, code in enumerate(SEVENTEEN[:k])}
    write_indicator(write_folder(folder), "some_share", values, unit="곳", decimals=0)
    return catalog.load(folder)


def copy_data(folder: Path) -> Path:
    """The committed data in a folder of its own, with the test document added, to be changed by a test."""
    shutil.copytree(
        catalog.FOLDER, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(SOURCE)
    return folder


def write_records(folder: Path, table: str, *rows: Mapping[str, object]) -> Path:
    """Rows of one record table, each with made-up names and a place unless it brings its own."""
    shape = tables.TABLES[table]
    path = folder / f"{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, shape.columns, restval="")
        writer.writeheader()
        for row in rows:
            given = dict(
                ko=f"시험 {row['id']}", en=f"Test {row['id']}", en_by="ours", source="example", where="L1"
            )
            writer.writerow(given | dict(row))
    return path


def planned(folder: Path) -> Catalog:
    """A plan of ten projects of which four are named, a city's seven strategies without names, and five other plans."""
    write_folder(folder)
    bodies = [dict(id=id_, ko=ko, en=en, kind="ministry") for id_, ko, en in BODIES]
    write_records(folder, "organisations", *bodies)
    ten = dict(
        id="ten",
        ko="민생 시험 10대 과제",
        en="Ten test projects",
        level="plan",
        declared=10,
        declared_of="project",
    )
    rows = [
        ten | dict(decision="discussed", owner="alpha", region="kr", pillars="adoption;governance"),
        dict(
            id="ten-field",
            parent="ten",
            order=1,
            level="field",
            owner="alpha",
            region="kr",
            pillars="adoption",
        ),
    ]
    for n in range(1, 5):
        mark = "가칭;예정" if n == 2 else ""
        rows.append(
            dict(
                id=f"ten-{n}",
                parent="ten-field",
                order=n,
                level="project",
                owner="beta",
                region="kr",
                pillars="talent",
                tentative=mark,
            )
        )
    seven = dict(
        id="seven",
        ko="시험시 7대 전략",
        en="Seven test strategies",
        level="plan",
        declared=7,
        declared_of="strategy",
    )
    rows.append(seven | dict(decision="announced", owner="beta", region="seoul", pillars="governance"))
    rows += [
        dict(
            id=f"plan-{n}",
            level="plan",
            decision="unstated",
            region="gwangju",
            pillars="industry",
            start=f"202{n}",
        )
        for n in range(5)
    ]
    write_records(folder, "strategies", *rows)
    return catalog.load(folder)


BODIES = (
    ("alpha", "시험 부처 가", "Test ministry A"),
    ("beta", "시험 부처 <b>나</b> & 다", "Test ministry <b>B</b> & C"),
)


def dated(folder: Path, more: int = 0) -> Catalog:
    """Events known to the year, month, day and span, one planned and tentative, one undated, and ``more`` days of 2025."""
    write_folder(folder)
    rows = [
        dict(id="year", date="2004", region="kr", status="actual"),
        dict(id="span", date="2018", end="2021", region="kr", status="actual"),
        dict(id="day", date="2025-03-28", region="gwangju", status="actual", qualifier="exact"),
        dict(id="month", date="2025-12", region="seoul", status="planned", tentative="잠정;예정"),
        dict(id="future", date="2027", region="gwangju", status="planned"),
        dict(id="undated", region="kr", status="actual"),
    ]
    rows += [
        dict(id=f"more-{n}", date=f"2025-{n % 12 + 1:02d}-{n % 27 + 1:02d}", region="seoul", status="actual")
        for n in range(more)
    ]
    write_records(folder, "events", *rows)
    return catalog.load(folder)
