"""Alternative texts of Records: what they hold in full sentences, for those who cannot see the chart."""

from __future__ import annotations

import pandas as pd

from components.captions import amount_text
from components.contents import verdicts
from components.labels import clean, period
from components.wording import Words, words
from datasets import periods
from datasets.records import Records
from datasets.targets import tally

MOST_NAMED = 5


def alt_of_records(records: Records, title: str, lang: str) -> str:
    """The alternative text of Records in full sentences: how many, which, what is planned, undecided or unnamed."""
    say = words(lang)
    if not len(records):
        return say("alt_records.none", title=clean(title) or say(f"table.{records.kind}"))
    told = _ALTS.get(records.kind, _alt_of_list)(records, clean(title), say)
    return " ".join(filter(None, told))


def _alt_of_list(records: Records, title: str, say: Words) -> list[str]:
    names = [clean(name) for name in records.frame[say.lang]]
    key = "alt_records.list" if len(names) <= MOST_NAMED else "alt_records.some"
    fields = {
        "title": title or say(f"table.{records.kind}"),
        "n": len(names),
        "names": say.list(names[:MOST_NAMED]),
    }
    return [say(key, **fields)]


def _alt_of_targets(records: Records, title: str, say: Words) -> list[str]:
    """How many are judged and why not the others, and each with baseline, date and verdict; at most five of them."""
    told = [
        f"{_alt_of_target(row, say)} {_verdict(row, say)}"
        for _, row in records.frame.head(MOST_NAMED).iterrows()
    ]
    if len(records) == 1 and not title:
        return told
    count, rest = (
        say("alt_records.count", title=title or say("table.targets"), n=len(records)),
        len(records) - MOST_NAMED,
    )
    more = say("alt_records.more_targets", n=rest) if rest > 0 else ""
    return [count, verdicts.judged(tally(records), say), verdicts.stopped(tally(records), say), *told, more]


def _verdict(row: pd.Series, say: Words) -> str:
    """What is measured today and how the target is judged."""
    return say("alt_records.pace", text=verdicts.verdict_of(row, say).text)


def _alt_of_target(row: pd.Series, say: Words) -> str:
    name, target = clean(row[say.lang]), amount_text(row, "target", say.lang)
    if pd.isna(row["target"]):
        return say("alt_records.target_words", title=name, period=_target_period(row, say))
    if pd.isna(row["baseline"]):
        return say("alt.target_bare", title=name, target=target, period=_target_period(row, say))
    baseline = amount_text(row, "baseline", say.lang)
    return say("alt.target", title=name, baseline=baseline, target=target, period=_target_period(row, say))


def _target_period(row: pd.Series, say: Words) -> str:
    """When it is due, and whether that has passed."""
    if not row["target_period"]:
        return say("alt_records.unstated")
    due = period(row["target_period"], say.lang)
    return say("alt_records.due_past", period=due) if row["past"] else due


def _alt_of_strategies(records: Records, title: str, say: Words) -> list[str]:
    frame = records.frame
    roots = frame[~frame["parent"].isin(frame["id"])]
    hidden = sum(n for n in records.unnamed.values() if n > 0)
    unnamed = say("alt_records.unnamed", n=hidden) if hidden else ""
    names = [clean(name) for name in roots[say.lang]]
    title = title or say("table.strategies")
    if len(roots) > 1:
        fields = {"plans": say.list(names[:3]), "roots": len(roots), "n": len(frame) - len(roots)}
        return [say("alt_records.strategies", title=title, **fields), unnamed]
    root = roots.iloc[0]
    parts = [clean(name) for name in frame.loc[frame["parent"] == root["id"], say.lang]]
    listed = say("alt_records.parts", names=say.list(parts)) if parts else ""
    key = "alt_records.strategies_one" if parts else "alt_records.strategies_alone"
    told = say(key, title=title, plan=names[0], n=len(frame) - 1, parts=listed).strip()
    return [told, _decided(root["decision"], say), unnamed]


def _decided(decision: str, say: Words) -> str:
    if decision in ("", "unstated"):
        return say("alt_records.undecided") if decision else ""
    return say("alt_records.strategies_decision", decision=say(f"decision.{decision}"))


def _alt_of_events(records: Records, title: str, say: Words) -> list[str]:
    frame = records.frame
    dated = frame[frame["date"] != ""]
    if not len(dated):
        return _alt_of_list(records, title, say)
    dated = dated.sort_values("date", key=lambda dates: dates.map(periods.parse), kind="stable")
    first, last = dated.iloc[0], dated.iloc[-1]
    planned, undated = int((frame["status"] == "planned").sum()), len(frame) - len(dated)
    return [
        say(
            "alt_records.events",
            title=title or say("table.events"),
            n=len(dated),
            first=period(first["date"], say.lang),
            last=period(last["date"], say.lang),
            first_name=clean(first[say.lang]),
            last_name=clean(last[say.lang]),
        ),
        say("alt_records.planned", n=planned) if planned else "",
        say("alt_records.undated", n=undated) if undated else "",
    ]


_ALTS = {"targets": _alt_of_targets, "strategies": _alt_of_strategies, "events": _alt_of_events}
