"""Names of files that say what is in them and are safe on every system."""

from __future__ import annotations

import re

from components.labels import clean

_FORBIDDEN = re.compile(r'[\\/:*?"<>|%#&{}$!`\'@+=~^\[\];]')
_LONGEST = 80


def file_name(*parts: str) -> str:
    """The parts joined by ``_`` without spaces, path characters or leading dots: ``광주_AI업무협약_2025-03``."""
    tidy = (re.sub(r"\s+", "", _FORBIDDEN.sub("", clean(part))) for part in parts)
    return "_".join(filter(None, tidy)).strip("._")[:_LONGEST] or "chart"
