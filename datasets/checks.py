"""``python -m datasets.checks``: every fault of a data folder, and what there is per pillar, document and kind.

Ends with status 1 when there is a fault; each is one line, *place · fault · repair*.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from datasets import catalog as catalogs
from datasets import problems, terms
from datasets.bases import NATION
from datasets.catalog import Catalog
from datasets.indicators import Indicator
from datasets.rules import listed


def problems_of(catalog: Catalog) -> list[problems.Problem]:
    """All faults: those met while reading, documents nobody cites, ids that lead nowhere, counts and sums that do not meet."""
    return [
        *catalog.problems,
        *_unused_sources(catalog),
        *_broken_counts(catalog),
        *_unknown_names(catalog),
        *(fault for indicator in catalog.indicators.values() for fault in _broken_sums(catalog, indicator)),
    ]


def pillars(catalog: Catalog) -> pd.DataFrame:
    """One row a pillar: indicators, observations, documents cited, regions covered (of the level most have)."""
    rows = {}
    for pillar in terms.PILLARS:
        ids = [i.id for i in catalog.indicators.values() if i.pillar == pillar]
        frames = [catalog.observations[id_].reset_index() for id_ in ids]
        together = pd.concat(frames) if frames else pd.DataFrame(columns=["region", "source"])
        level = catalog.regions.codes(catalogs.LEVEL)
        rows[pillar] = {
            "indicators": len(ids),
            "observations": len(together),
            "documents": len({id_ for cell in together["source"] for id_ in listed(cell)}),
            "regions": together["region"].isin(level).groupby(together["region"]).any().sum(),
        }
    return pd.DataFrame.from_dict(rows, orient="index").astype(int)


def counts(catalog: Catalog) -> pd.DataFrame:
    """Rows per record table: all of them, and how many documents stand behind them."""
    facts = catalog.facts.groupby("table")["source"]
    return pd.DataFrame({"rows": facts.size(), "documents": facts.nunique()})


def cited(catalog: Catalog) -> set[str]:
    """The documents behind any row."""
    cells = {*catalog.facts["source"], *catalog.tables["targets"]["baseline_source"]}
    cells.update(*(frame["source"].unique() for frame in catalog.observations.values()))
    return {id_ for cell in cells for id_ in listed(cell)}


def _unused_sources(catalog: Catalog) -> list[problems.Problem]:
    known = cited(catalog)
    return [problems.UnusedSource("sources.toml", source=id_) for id_ in catalog.sources if id_ not in known]


def _unknown_names(catalog: Catalog) -> Iterator[problems.Problem]:
    """Denominators and weights that an indicator names and nobody has."""
    for indicator in catalog.indicators.values():
        place = f"indicators/{indicator.pillar}/{indicator.id}.toml"
        for way in indicator.denominators:
            if way not in catalog.figures.denominators:
                yield problems.UnknownReference(place, field="denominators", id=way)
        if indicator.weight and indicator.weight not in catalog.indicators:
            yield problems.UnknownReference(place, field="aggregation", id=indicator.weight)
    for way in catalog.figures.denominators.values():
        if not any(id_ in catalog.indicators for id_ in way.indicators):
            yield problems.UnknownReference(
                "denominators.toml", field=f"{way.id}.indicators", id=";".join(way.indicators)
            )


def _broken_sums(catalog: Catalog, indicator: Indicator) -> Iterator[problems.Problem]:
    """The regions of a ``sum`` meet its published total within their rounding, wherever all of them report."""
    if indicator.aggregation != "sum":
        return
    values = catalog.observations[indicator.id]["value"].dropna()
    for period in values.index.unique(level="period"):
        known = values.xs(period, level="period")
        for basis in catalog.regions.bases(catalogs.LEVEL):
            parts = known.reindex(catalog.regions.codes(catalogs.LEVEL, basis.id)).groupby(level=0).last()
            if NATION not in known or parts.isna().any() or not len(parts):
                continue
            total, rounding = known.loc[[NATION]].iloc[-1], 10.0**-indicator.decimals / 2
            if abs(parts.sum() - total) > rounding * (len(parts) + 1):
                place = f"indicators/{indicator.pillar}/{indicator.id}.csv"
                yield problems.BrokenSum(
                    place, period=period, sum=f"{parts.sum():.12g}", total=f"{total:.12g}"
                )


def _broken_counts(catalog: Catalog) -> list[problems.Problem]:
    """A plan cannot name more parts than it says it has."""
    unnamed = catalog.records("strategies").unnamed
    rows = catalog.tables["strategies"].set_index("id")
    return [
        problems.BrokenCount(f"strategies.csv [{id_}]", named=f"{declared - n:g}", declared=f"{declared:g}")
        for id_, n in unnamed.items()
        if n < 0 and (declared := rows.at[id_, "declared"])
    ]


def main(folder: Path = catalogs.FOLDER) -> int:
    """Print the counts and the faults; the number to leave the program with."""
    catalog = catalogs.load(folder)
    found = problems_of(catalog)
    table = pillars(catalog)
    print(table.to_string(), counts(catalog).to_string(), sep="\n\n")
    print(f"\n{len(catalog.indicators)} indicators, {table['observations'].sum()} observations; "
          f"{len(catalog.facts)} facts; {len(catalog.sources)} documents; {len(found)} problems")  # fmt: skip
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
