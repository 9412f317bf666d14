"""Texts on their way into documents: clean, and never the beginning of a formula."""

from __future__ import annotations

from components.labels import clean

# A cell that starts like this is run as a formula by spreadsheet programs (OWASP: CSV injection).
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def plain(text: object) -> str:
    """A cleaned text that no spreadsheet runs: one that looks like a formula gets an apostrophe in front."""
    told = clean(text)
    return f"'{told}" if told.startswith(FORMULA) else told
