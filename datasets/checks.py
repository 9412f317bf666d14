"""``python -m datasets.checks``: every fault of a data folder, and what there is per document and kind.

Ends with status 1 when there is a fault; each is one line, *place · fault · repair*.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from datasets import catalog as catalogs
from datasets import problems
from datasets.catalog import Catalog


def problems_of(catalog: Catalog) -> list[problems.Problem]:
    """All faults: those met while reading, documents nobody cites, and counts that do not add up."""
    return [*catalog.problems, *_unused_sources(catalog), *_broken_counts(catalog)]


def counts(catalog: Catalog) -> pd.DataFrame:
    """Rows per table (and observations) by document: one row a table, one column a document, and a total."""
    facts = catalog.facts[["table", "source"]]
    figures = [
        frame.reset_index()[["source"]].assign(table="observations")
        for frame in catalog.observations.values()
    ]
    together = pd.concat([facts, *figures], ignore_index=True)
    table = pd.crosstab(together["table"], together["source"]).reindex(
        columns=list(catalog.sources), fill_value=0
    )
    return table.assign(total=table.sum(axis=1)).rename_axis(index="table", columns=None)


def _unused_sources(catalog: Catalog) -> list[problems.Problem]:
    cited = set(catalog.facts["source"]).union(*(set(f["source"]) for f in catalog.observations.values()))
    return [problems.UnusedSource("sources.toml", source=id_) for id_ in catalog.sources if id_ not in cited]


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
    print(counts(catalog).to_string())
    print(f"\n{len(catalog.facts)} facts, of them {len(catalog.tables['quantities'])} numbers; "
          f"{len(catalog.indicators)} indicators; {len(catalog.sources)} documents; {len(found)} problems")  # fmt: skip
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
