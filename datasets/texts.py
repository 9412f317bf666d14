"""A text in both languages of the product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Text:
    """The same text in Korean and English; ``text["ko"]`` reads one. ``en_by`` is ``official`` or ``ours``."""

    ko: str
    en: str
    en_by: str = "ours"

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.ko

    @classmethod
    def of(cls, table: Mapping[str, Any] | None, en_by: str = "ours") -> Text:
        """The text of a TOML table with the keys ``ko`` and ``en``; an absent table is empty in both."""
        table = table or {}
        return cls(str(table.get("ko", "")), str(table.get("en", "")), en_by)

    def __bool__(self) -> bool:
        return bool(self.ko or self.en)
