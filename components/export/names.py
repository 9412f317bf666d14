"""Names of files that say what is in them and are safe on every system."""

from __future__ import annotations

import re
import unicodedata

from components.labels import clean

_FORBIDDEN = re.compile(r'[\\/:*?"<>|%#&{}$!`\'@+=~^\[\];]')
_LONGEST = 80
_WORDS = re.compile(r"(?<=[A-Za-z0-9,.)])\s(?=[A-Za-z0-9(])")
# Reserved by a file system somewhere, or invisible and able to turn a name around: controls, format marks, separators.
_RESERVED = re.compile(r'[\\/:*?"<>|%#&{}$!`\'@+=~^]')
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def file_name(*parts: str) -> str:
    """The parts joined by ``_`` without spaces, path characters or leading dots: ``광주_AI업무협약_2025-03``.

    Between Latin letters a space becomes ``-``: ``AI-firm-agreements``.
    """
    tidy = (_WORDS.sub("-", clean(_FORBIDDEN.sub("", clean(part)))).replace(" ", "") for part in parts)
    return safe_name("_".join(filter(None, tidy)))


def safe_name(name: str) -> str:
    """A file name every system takes: Korean stays, path and invisible characters go, never empty, never long."""
    visible = (c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) not in _INVISIBLE)
    words = _RESERVED.sub(" ", "".join(visible)).split()
    return "_".join(words).strip("._- ")[:_LONGEST].strip("._- ") or "chart"
