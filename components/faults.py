"""Faults in the reader's language: *place · fault · repair* in one line."""

from __future__ import annotations

from typing import Protocol

from components.labels import clean
from components.wording import Words


class Fault(Protocol):
    """What datasets and geo raise: a key to look the sentence up by, and the fields it needs."""

    key: str
    place: str
    fields: dict[str, str]


def sentence(fault: Fault, say: Words) -> str:
    """One line a person can act on. A fault without a wording is told in its own English."""
    key = f"fault.{fault.key}"
    if not say.get(f"{key}.fault"):
        return clean(fault)
    fields = {name: clean(value) for name, value in fault.fields.items()}
    told = say(f"{key}.fault", **fields), say(f"{key}.repair", **fields)
    return say("notice.broken", place=clean(fault.place), fault=told[0], repair=told[1])
