"""Finding by name as Koreans type: any word of a text, in either language, or the first sounds of its syllables (초성)."""

from __future__ import annotations

import unicodedata

_FIRST, _SYLLABLES, _EACH = 0xAC00, 11172, 588
_SOUNDS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def found(asked: str, *texts: str) -> bool:
    """Whether every word asked for stands in one of the texts; ``ㅂㅊ`` finds 벤처. Nothing asked finds everything."""
    folded = [fold(text) for text in texts]
    joined = [text.replace(" ", "") for text in folded]
    return all(_stands(word, [*folded, *joined]) for word in fold(asked).split())


def fold(text: str) -> str:
    """A text as search compares it: one Unicode form, no case, no hyphens."""
    return unicodedata.normalize("NFC", text).casefold().replace("-", " ")


def sounds(text: str) -> str:
    """A text with each Korean syllable as its first sound: 광주 → ㄱㅈ."""
    return "".join(_sound(sign) for sign in text)


def _sound(sign: str) -> str:
    place = ord(sign) - _FIRST
    return _SOUNDS[place // _EACH] if 0 <= place < _SYLLABLES else sign


def _stands(word: str, texts: list[str]) -> bool:
    if any(word in text for text in texts):
        return True
    return any(sign in _SOUNDS for sign in word) and any(word in sounds(text) for text in texts)
