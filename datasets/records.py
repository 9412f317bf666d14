"""Records: strategies, events, targets, facilities and the like, on their way to a page or a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from datasets.sources import Edition, Source
from datasets.texts import Text
from geo.regions import Regions


@dataclass(frozen=True)
class Records:
    """Rows of one table (or of ``facts``) with the documents they come from.

    ``frame`` is one row a record, in reading order; columns as in ``datasets.tables.TABLES[kind]``. ``names`` gives
    the name behind every id the rows point at (organisations, events, plans).
    """

    kind: str
    frame: pd.DataFrame
    sources: tuple[Source, ...]
    edition: Edition
    atlas: Regions
    names: Mapping[str, Text] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def unnamed(self) -> dict[str, int]:
        """How many parts a strategy declares but does not name, by its id; only where it declares any.

        Counted are the parts of the level ``declared_of`` anywhere below it.
        """
        declaring = self.frame[self.frame["declared"].notna()]
        return {
            row["id"]: int(row["declared"]) - self._named(row["id"], row["declared_of"])
            for _, row in declaring.iterrows()
        }

    def _named(self, root: str, level: str) -> int:
        below = below_of(self.frame, [root]) - {root}
        return int((self.frame["id"].isin(below) & (self.frame["level"] == level)).sum())

    def crossed(self, rows: str, columns: str) -> pd.DataFrame:
        """How many records stand at each meeting of two columns, of which each may list several ids.

        Index: ids of ``rows``, most records first (equal ones in reading order; regions in official order), rows
        without one last under ``""``. Columns: ids of ``columns`` and ``total``, in which a record counts once.
        """
        wide = self.frame[["id", rows, columns]].assign(
            **{c: self.frame[c].str.split(";") for c in (rows, columns)}
        )
        by_row = wide.explode(rows)
        totals = by_row.groupby(rows, sort=False)["id"].nunique()
        pairs = by_row.explode(columns).drop_duplicates()
        table = pd.crosstab(pairs[rows], pairs[columns]).reindex(self._order(totals, rows))
        return table.assign(total=totals)

    def _order(self, totals: pd.Series, rows: str) -> list[str]:
        """Ids in the order they are shown in."""
        ranked = totals.sort_values(ascending=False, kind="stable").index
        if rows == "region":
            official = {region.code: number for number, region in enumerate(self.atlas.rows)}
            ranked = sorted(ranked, key=lambda code: official.get(code, len(official)))
        return sorted(ranked, key=lambda id_: id_ == "")


def below_of(frame: pd.DataFrame, roots: Sequence[str]) -> set[str]:
    """The ids of these strategies and of everything under them."""
    wanted: set[str] = set()
    fresh = set(roots)
    while fresh:
        wanted |= fresh
        fresh = set(frame.loc[frame["parent"].isin(fresh), "id"]) - wanted
    return wanted
