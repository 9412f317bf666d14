"""A name is found as people type it: a part of it, in either language, or the first sounds of its syllables."""

from __future__ import annotations

import pytest

from datasets.finding import found, sounds


@pytest.mark.parametrize(
    "asked", ["벤처", "ㅂㅊ", "venture", "VENTURE firms", "벤처 ㄱㅇ", "ㅂㅊㄱㅇ", "  ", "벤처기업수"]
)
def test_what_means_the_name_finds_it(asked: str) -> None:
    assert found(asked, "벤처 기업 수", "Venture firms")


@pytest.mark.parametrize("asked", ["특허", "ㅌㅎ", "벤처 특허", "patent"])
def test_what_means_another_name_does_not(asked: str) -> None:
    assert not found(asked, "벤처 기업 수", "Venture firms")


def test_a_name_typed_in_pieces_by_an_old_keyboard_is_the_same_name() -> None:
    assert found("\u1107\u1166\u11ab\u110e\u1165", "벤처")


def test_the_first_sounds_of_a_name() -> None:
    assert sounds("광주 AI 끝") == "ㄱㅈ AI ㄲ"
