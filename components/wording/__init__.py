"""Words: every sentence a reader meets, in Korean and English, with the particles Korean needs.

A template is looked up by its dotted key: ``words("ko")("card.coverage", n=17, k=3)``. Besides the usual format specs
a field may carry a pair of particles, ``{region:은/는}``, of which the fitting one is attached to the value.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from components.wording.particles import PAIRS, with_particle

LANGUAGES = ("ko", "en")
_FOLDER = Path(__file__).parent


class _Formatter(string.Formatter):
    """str.format with particles; fields are plain names, so a template cannot reach into objects."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec in PAIRS:
            return with_particle(str(value), format_spec)
        return super().format_field(value, format_spec)


class Words:
    """The wording of one language. Calling it says a sentence; ``get`` gives a default for keys made from data."""

    def __init__(self, lang: str, table: Mapping[str, str]) -> None:
        self.lang = lang
        self._table = table

    def __call__(self, key: str, **fields: Any) -> str:
        """The sentence of a key with its fields filled in. Raises KeyError for a key that is not worded."""
        return _FORMATTER.vformat(self._table[key], (), fields)

    def get(self, key: str, default: str = "") -> str:
        return self._table.get(key, default)

    def under(self, prefix: str) -> dict[str, str]:
        """All wordings below a dotted prefix, by the rest of their key."""
        return {k[len(prefix) + 1 :]: v for k, v in self._table.items() if k.startswith(prefix + ".")}

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def list(self, parts: Sequence[str]) -> str:
        """Names as a list of the language."""
        return ", ".join(parts)


_FORMATTER = _Formatter()


@cache
def words(lang: str) -> Words:
    """The wording of ``ko`` or ``en``."""
    return Words(lang, _flatten(tomllib.loads((_FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))))


def _flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat
