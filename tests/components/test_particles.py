"""Korean particles follow the sound before them."""

import pytest

from components.wording import words
from components.wording.particles import with_particle


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("광주", "은/는", "광주는"),
        ("서울", "은/는", "서울은"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("경기", "으로/로", "경기로"),
        ("272건", "을/를", "272건을"),
        ("77종", "이/가", "77종이"),
        ("30%", "으로/로", "30%로"),
        ("30%", "은/는", "30%는"),
        ("3", "은/는", "3은"),
        ("5", "을/를", "5를"),
        ("10", "이/가", "10이"),
        ("1", "으로/로", "1로"),
        ("6", "으로/로", "6으로"),
        ("GRDP", "은/는", "GRDP는"),
        ("KAIST", "이/가", "KAIST가"),
        ("DFKI", "과/와", "DFKI와"),
        ("LLM", "은/는", "LLM은"),
        ("서울(수도)", "은/는", "서울(수도)은"),
        ("‘전략’", "을/를", "‘전략’을"),
    ],
)
def test_the_particle_fits_the_last_sound_read_aloud(word: str, pair: str, expected: str) -> None:
    assert with_particle(word, pair) == expected


def test_a_sentence_takes_its_particles_from_its_values() -> None:
    say = words("ko")
    assert "세종은" in say("alt.case", title="", region="세종", period="", value="", level="")
    assert "제주는" in say("alt.case", title="", region="제주", period="", value="", level="")
