"""Tallies: records in sentences of our own: how many, from when to when, with which status, what is still ahead."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.captions import amount_text
from components.contents import verdicts
from components.labels import clean, period
from components.wording import Words, words
from datasets import periods
from datasets.records import Records
from datasets.targets import tally

DATES = {
    "events": ("date", "end"), "strategies": ("start", "end"), "targets": ("target_period",),
    "facilities": ("opened",), "partnerships": ("date",), "laws": ("date",), "quantities": ("period",),
}  # fmt: skip
STATUSES = {
    "events": "event_status",
    "partnerships": "event_status",
    "facilities": "facility_status",
    "laws": "law_status",
}
KINDS = {"organisations": "organisation_kind"}
MOST = 8  # words told of
AHEAD = ("planned", "target")  # what has not happened
DRAFTS = ("planned", "draft", "private")  # what is no adopted target
RESULTS = ("", "actual", "provisional", "estimate")
UNSTATED = ("", "unstated")

Row = dict[Any, Any]  # one record, by column


def told(records: Records, title: str, lang: str) -> tuple[str, ...]:
    """Two to four sentences about rows of a table; about a single target or quantity what it says."""
    say = words(lang)
    if not len(records):
        return (say("telling.records_none", title=title or say(f"table.{records.kind}")),)
    if len(records) == 1 and records.kind in _ONE:
        return _ONE[records.kind](dict(records.frame.iloc[0]), title, say)
    parts = [
        _count(records, title or say(f"table.{records.kind}"), say),
        *_kinds(records, say),
        *_open(records, say),
    ]
    return tuple(filter(None, parts))


def _count(records: Records, title: str, say: Words) -> str:
    """How many, and from when to when as far as dates are given."""
    frame = records.frame
    given = [v for column in DATES.get(records.kind, ()) for v in frame[column] if isinstance(v, str) and v]
    time = say.get(f"telling.time_{records.kind}") or say("telling.time")
    fields = dict(title=clean(title), n=len(frame), time=time)
    if not given:
        return say("telling.records", **fields)
    first = min(given, key=lambda text: periods.parse(text).start)
    last = max(given, key=lambda text: periods.parse(text).end)
    ends = dict(first=_began(first, say), last=_ended(last, say))
    return say("telling.at_once" if ends["first"] == ends["last"] else "telling.spanned", **ends, **fields)


def _began(text: str, say: Words) -> str:
    return period(text.partition("/")[0], say.lang)


def _ended(text: str, say: Words) -> str:
    return period(text.partition("/")[2] or text, say.lang)


def _kinds(records: Records, say: Words) -> list[str]:
    """The rows by outcome, where the table has outcomes, or by status."""
    frame = records.frame
    if records.kind in ("strategies", "agenda") and "decision" in frame:
        named = {**say.under("decision"), "": say("telling.undecided"), "unstated": say("telling.undecided")}
        return [_parts(frame["decision"], named, "by_decision", say)]
    if "status" not in frame:
        column = next((name for name in ("kind", "role") if name in frame), "")
        named = say.under("role") if column == "role" else say.under(KINDS.get(records.kind, ""))
        return [_parts(frame[column], named, f"by_{column}", say)] if column else []
    named = say.under(STATUSES.get(records.kind, "status"))
    blank = named.get("actual") or say("telling.unstated")
    return [_parts(frame["status"], {**named, "": blank}, "by_status", say)]


def _parts(column: pd.Series, named: dict[str, str], key: str, say: Words) -> str:
    """How many rows have each word, most first."""
    counts = column.fillna("").map(lambda id_: named.get(id_) or id_).value_counts(sort=True)
    if len(counts) > MOST:
        rest = pd.Series({say("telling.others"): counts.iloc[MOST - 1 :].sum()})
        counts = pd.concat([counts.iloc[: MOST - 1], rest])
    parts = [say("telling.counted", word=clean(word), n=int(n)) for word, n in counts.items()]
    return say(f"telling.{key}", parts=say.list(parts)) if len(parts) > 1 else ""


def _open(records: Records, say: Words) -> list[str]:
    """What is not done, not decided or not named: said of plans, drafts and blanks."""
    frame = records.frame
    if records.kind == "targets":
        drafts = int(frame["status"].isin(DRAFTS).sum())
        return [say("telling.not_targets", n=drafts) if drafts else "", verdicts.judged(tally(records), say)]
    found = []
    if "status" in frame and (ahead := int(frame["status"].isin(AHEAD).sum())):
        found.append(say("telling.planned", n=ahead))
    if "tentative" in frame and not found and (marked := int((frame["tentative"].fillna("") != "").sum())):
        found.append(say("telling.tentative", n=marked))
    if records.kind == "events" and (undated := int((frame["date"] == "").sum())):
        found.append(say("telling.undated", n=undated))
    hidden = sum(n for n in records.unnamed.values() if n > 0) if records.kind == "strategies" else 0
    return [*found, say("alt_records.unnamed", n=hidden) if hidden else ""]


def _target(row: Row, title: str, say: Words) -> tuple[str, ...]:
    """One target: baseline, goal, when it is due, whether it is adopted, and how it is judged."""
    goal, baseline = (amount_text(pd.Series(row), column, say.lang) for column in ("target", "baseline"))
    key = "aim_words" if not goal else "aim" if baseline else "aim_bare"
    first = say(f"telling.{key}", title=title or clean(row[say.lang]), target=goal, baseline=baseline)
    due = row["target_period"]
    when = f"due{'_past' if row['past'] else ''}" if due else "due_none"
    status = row["status"] or "target"
    adopted = say("telling.not_target", word=say(f"status.{status}")) if status in DRAFTS else ""
    judged = say("telling.verdict", text=verdicts.verdict_of(row, say).text)
    told = (first, say(f"telling.{when}", period=period(due, say.lang) if due else ""), adopted, judged)
    return tuple(filter(None, told))


def _quantity(row: Row, title: str, say: Words) -> tuple[str, ...]:
    """One figure of a document, when, and whether it is a result."""
    fields = dict(title=title or clean(row[say.lang]), value=amount_text(pd.Series(row), "value", say.lang))
    when = row["period"]
    key = "quantity" if when else "quantity_undated"
    first = say(f"telling.{key}", period=period(when, say.lang) if when else "", **fields)
    status, note = row["status"], clean(row.get(f"note_{say.lang}") or "")
    planned = say("telling.not_result", word=say(f"status.{status}")) if status not in RESULTS else ""
    return tuple(filter(None, (first, planned, say("telling.caution", text=note) if note else "")))


_ONE = {"targets": _target, "quantities": _quantity}
