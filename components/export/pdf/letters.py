"""What our font can draw of a text: nothing becomes an empty box, and no word disappears in silence."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from components import fonts
from components.labels import clean

# The letters a syllable is made of, as they stand alone, in the order Unicode counts them.
LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
FIRST, LAST = 0xAC00, 0xD7A3
UNKNOWN = "?"


def drawable(text: object) -> str:
    """The cleaned text in letters our font has."""
    told = clean(text)
    known = fonts.characters()
    if all(ord(sign) in known for sign in told):
        return told
    return " ".join("".join(map(_sign, told)).split())


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    """A sign itself, else its plain form, else its letters; a letter nobody can draw is ``?``, an emoji nothing."""
    known = fonts.characters()
    for form in (sign, unicodedata.normalize("NFKC", sign), _letters(sign)):
        if form and all(ord(part) in known for part in form):
            return form
    base, *accents = unicodedata.normalize("NFD", sign)
    if accents and ord(base) in known:
        return base
    return UNKNOWN if unicodedata.category(sign)[0] in "LN" else ""


def _letters(syllable: str) -> str:
    """A rare syllable letter by letter: ``뷁`` becomes ``ㅂㅞㄺ``."""
    if not FIRST <= ord(syllable) <= LAST:
        return ""
    rest, tail = divmod(ord(syllable) - FIRST, len(TAILS))
    lead, vowel = divmod(rest, len(VOWELS))
    return LEADS[lead] + VOWELS[vowel] + TAILS[tail]
