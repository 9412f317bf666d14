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
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
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

    Korean money in 억 원 becomes won in English: ``4,000억 원`` → ``KRW 400 billion``; sums counted in 백만 원 or less
    are told in 조 and 억: ``54,206,487백만 원`` → ``54.21조 원``, to four digits. The data keep them whole.
    """
    digits = plain_decimals(value) if decimals is None else decimals
    won = value * _WON.get(unit.ko.replace(" ", ""), math.nan)
    if lang == "en" and not math.isnan(won):
        written = _won(won, _ENGLISH, "KRW {} {}", 4 if _counted_small(unit) else 0)
    elif _counted_small(unit) and not won:
        written = "0원"
    elif _counted_small(unit) and abs(won) >= _HUNDRED_MILLION:
        written = _won(won, _KOREAN, "{}{} 원", 4)
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


_ENGLISH = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_KOREAN = ((1e12, "조"), (1e8, "억"))


def _counted_small(unit: Text) -> bool:
    """Whether money is counted in units so small that sums of regions run to many digits."""
    return _WON.get(unit.ko.replace(" ", ""), math.inf) in (1, 1e3, 1e6)


def _won(value: float, sizes: tuple[tuple[float, str], ...], pattern: str, most: int) -> str:
    """Won in the largest unit that leaves a whole one, to ``most`` digits (0 = all there are)."""
    for size, name in sizes:
        if abs(value) >= size:
            told = value / size
            room = max(0, most - 1 - math.floor(math.log10(abs(told)))) if most else 4
            return pattern.format(number(told, min(room, plain_decimals(told))), name)
    return f"KRW {number(value)}"


def told_unit(unit: Text, lang: str) -> str:
    """The unit figures are drawn in: won, where a smaller count of money is told in 조 and 억 or in English."""
    if unit.ko.replace(" ", "") in _WON and (lang == "en" or _counted_small(unit)):
        return "KRW" if lang == "en" else "원"
    return clean(unit[lang])


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
