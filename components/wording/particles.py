"""Korean particles that depend on the sound before them: 광주는 but 서울은, 272건은, 30%로.

The rule looks at the last sound as it is read aloud: a Hangul syllable by its final consonant (Unicode: offset
modulo 28), a digit by its Sino-Korean reading, a Latin letter by its Korean name, a sign by the word it stands for.
"""

from __future__ import annotations

PAIRS = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
    "이다/다": ("이다", "다"),
    "이라/라": ("이라", "라"),
    "이며/며": ("이며", "며"),
}
# Digits as read: 영 일 이 삼 사 오 육 칠 팔 구. ㄹ matters only for 으로/로.
_FINAL_OF_DIGIT = {
    "0": "ㅇ",
    "1": "ㄹ",
    "2": "",
    "3": "ㅁ",
    "4": "",
    "5": "",
    "6": "ㄱ",
    "7": "ㄹ",
    "8": "ㄹ",
    "9": "",
}
# Letters whose Korean names end in a consonant: 엘 엠 엔 알 (엘, 알 end in ㄹ).
_FINAL_OF_LETTER = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ", "r": "ㄹ"}
_CLOSING = set(")]}〉》」』”’\"'")
_SIGNS = {"%": "", "％": "", "㎡": "", "㎢": "", "℃": "", "위": ""}
_L = 8


def with_particle(word: str, pair: str) -> str:
    """The word with the fitting particle of a pair such as ``은/는``.

    Brackets are read through: 서울(수도)은 follows 서울, not 수도.
    """
    closed, open_ = PAIRS[pair]
    final = _final(_spoken(word))
    if pair == "으로/로":
        return word + (closed if final and final != "ㄹ" else open_)
    return word + (closed if final else open_)


def _spoken(word: str) -> str:
    """The last character that is read aloud."""
    depth = 0
    for char in reversed(word.rstrip()):
        if char == ")":
            depth += 1
        elif char == "(":
            depth -= 1
        elif not depth and char not in _CLOSING and not char.isspace():
            return char
    return word[-1:] or " "


def _final(char: str) -> str:
    if "가" <= char <= "힣":
        index = (ord(char) - 0xAC00) % 28
        return "" if not index else "ㄹ" if index == _L else "ㅇ"
    if char in _SIGNS:
        return _SIGNS[char]
    return _FINAL_OF_DIGIT.get(char, _FINAL_OF_LETTER.get(char.lower(), ""))
