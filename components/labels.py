"""Text made fit to be drawn: clean of what data must never smuggle in, and figures written the reader's way."""

from __future__ import annotations

import html
import math
import re
import unicodedata
from datetime import date

from components.wording import Words, words
from datasets import periods
from datasets.texts import Text

# Control characters, lone surrogates and marks that turn the writing direction: none belongs into a label.
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_LONGEST = 400
_HUNDRED_MILLION = 1e8


def clean(text: object) -> str:
    """A label as one line of NFC text without control characters, at most 400 characters long."""
    once = _UNWANTED.sub(" ", str(text)[: 4 * _LONGEST])
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", once)).strip()[:_LONGEST]


def plotly(text: object) -> str:
    """A cleaned label for Plotly, which reads a little HTML in every text: tags and entities are spelled out."""
    return html.escape(clean(text), quote=False)


def number(value: float, decimals: int = 0) -> str:
    """A figure with thousands marks and no more digits than the source gives."""
    if math.isnan(value):
        return "–"
    return f"{value:,.{decimals}f}".replace("-", "−")


def plain_decimals(value: float) -> int:
    """How many decimals a figure was written with, at most 4."""
    text = f"{value:.4f}".rstrip("0")
    return len(text.partition(".")[2])


def amount(value: float, unit: Text, lang: str, decimals: int | None = None, qualifier: str = "exact") -> str:
    """A figure with its unit and qualifier: ``272건``, ``약 1%``, ``100개 이상``; in English ``at least 100 firms``.

    Korean money in 억 원 becomes won in English: ``4,000억 원`` → ``KRW 400 billion``.
    """
    digits = plain_decimals(value) if decimals is None else decimals
    if lang == "en" and unit.ko.replace(" ", "") in _WON:
        written = _won(value * _WON[unit.ko.replace(" ", "")])
    else:
        written = number(value, digits) + _joined(unit, lang)
    key = f"qualifier.{qualifier}"
    return words(lang)(key, value=written) if qualifier not in ("", "exact") else written


_WON = {"조원": 1e12, "억원": 1e8, "십억원": 1e9, "백만원": 1e6, "만원": 1e4, "천원": 1e3, "원": 1}


def _joined(unit: Text, lang: str) -> str:
    name = clean(unit[lang])
    if lang == "ko":
        return f"{name[:-1]} 원" if name in _WON and len(name) > 1 else name
    return name if name in ("%", "%p") else f" {name}" if name else ""


def _won(value: float) -> str:
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"KRW {number(value / size, plain_decimals(value / size))} {name}"
    return f"KRW {number(value)}"


def period(text: str, lang: str) -> str:
    """A period the reader's way, as precise as it is known: ``2025-03-28``/``28 Mar 2025``, ``2023년``/``2023``."""
    if not text:
        return words(lang)("period.unstated")
    start, slash, end = text.partition("/")
    if slash:
        return f"{_date(start, lang)}–{_date(end, lang)}"
    return _date(text, lang)


def _date(text: str, lang: str) -> str:
    exact = periods.parse(text)
    if lang == "ko":
        return f"{text}년" if exact.precision == "year" else text
    return _english(exact.start, exact.precision)


def _english(day: date, precision: str) -> str:
    if precision == "year":
        return str(day.year)
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[
        day.month - 1
    ]
    return f"{month} {day.year}" if precision == "month" else f"{day.day} {month} {day.year}"


def place(where: str, lang: str) -> str:
    """Where in a document: ``L11`` as it stands, several joined by a comma; ``첫째 문단 | paragraph 1`` by language."""
    parts = [part.split(" | ")[-1 if lang == "en" else 0].strip() for part in where.split(";")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def marks(tentative: str, say: Words) -> list[str]:
    """What is not final about a record, in words: ``가칭``, ``예정``; a mark without a word stands as it is."""
    return [say.get(f"tentative.{mark}", mark) for mark in tentative.split(";") if mark]


def markdown(text: object) -> str:
    """A label for Streamlit's Markdown, every sign that could become markup, a link or a formula written out."""
    return re.sub(r"([\\`*_{}\[\]()<>#+!|~$:&-])", r"\\\1", clean(text))
