"""What is known as lists a reader can page through: every fact, every document, every indicator, one row each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from datasets.rules import listed
from datasets.sources import Source
from datasets.view import View

FACT_COLUMNS = (
    ("table", "id", "ko", "en", "en_by", "value", "unit_ko", "unit_en", "qualifier", "status", "period")
    + ("region", "kind", "decision", "tentative", "source", "where")
    + ("note_ko", "note_en")
)
# What stands in the column of another name, table by table.
RENAMED: dict[str, dict[str, str]] = {
    "quantities": {},
    "targets": {"target": "value", "target_qualifier": "qualifier", "target_period": "period"},
    "strategies": {"level": "kind", "start": "period"},
}
DATED = {"date": "period", "opened": "period"}


def facts(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every fact of every table, one row each, with document and place: columns ``FACT_COLUMNS``."""
    parts = [
        frame.rename(columns=RENAMED.get(name, DATED)).assign(table=name).reindex(columns=list(FACT_COLUMNS))
        for name, frame in tables.items()
    ]
    together = pd.concat(parts, ignore_index=True)
    text = [c for c in together.columns if c != "value"]
    together[text] = together[text].fillna("")
    return together


def documents(sources: Mapping[str, Source], cited: Sequence[pd.Series]) -> pd.DataFrame:
    """Every document as one row, the newest first; ``supports`` counts the rows that cite it."""
    supports = pd.concat(cited).map(listed).explode().value_counts()
    rows = [
        _document(source) | {"supports": float(supports.get(source.id, 0))} for source in sources.values()
    ]
    return pd.DataFrame(rows).sort_values("date", ascending=False, kind="stable", ignore_index=True)


def _document(source: Source) -> dict[str, object]:
    texts = {"": source.title, "publisher_": source.publisher, "note_": source.note}
    words = {f"{name}{lang}": text[lang] for name, text in texts.items() for lang in ("ko", "en")}
    return {
        "id": source.id,
        **words,
        "date": source.published,
        "url": source.url,
        "source": source.id,
        "where": "",
    }


def indicator(view: View) -> dict[str, str]:
    """An indicator as one row: its meaning, who reports, the period shown and its document."""
    it = view.indicator
    cited = pd.concat([part[it.id] for part in (view.frame, view.reference) if len(part)])
    cited = cited[cited["value"].notna()]
    reporting = dict.fromkeys(cited.index.get_level_values("region"))
    texts = {"": it.title, "unit_": it.unit, "note_": it.meaning}
    return {
        "id": it.id,
        **{f"{name}{lang}": text[lang] for name, text in texts.items() for lang in ("ko", "en")},
        "pillars": it.pillar,
        "nature": it.nature,
        "region": "" if view.reach.may_rank else ";".join(reporting),
        "coverage": f"{view.reach.k}/{view.reach.n}" if view.reach.k else "",
        "period": view.period,
        "source": cited["source"].iloc[-1] if len(cited) else "",
        "where": cited["where"].iloc[-1] if len(cited) else "",
    }
