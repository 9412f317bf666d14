"""Chosen regions stand out in marks of their own; a chosen group is one colour over all its regions."""

from __future__ import annotations

from components.lit import marks, spread
from components.theme import Look
from datasets import catalog

VIEW = catalog.load().view("ict_value_added")
LOOK = Look()


def test_a_group_is_one_colour() -> None:
    lit = spread(VIEW, ["capital", "gwangju"])
    found = marks(VIEW, lit, LOOK)
    assert set(found) == {"seoul", "incheon", "gyeonggi", "gwangju"}
    assert len({found[code] for code in ("seoul", "incheon", "gyeonggi")}) == 1
    assert (
        found["gwangju"].colour != found["seoul"].colour and found["gwangju"].symbol != found["seoul"].symbol
    )


def test_a_group_alone_has_the_colour_of_our_region() -> None:
    found = marks(VIEW, spread(VIEW, ["honam"]), LOOK)
    assert {mark.colour for mark in found.values()} == {LOOK.palette.lit} and set(found) == {
        "gwangju",
        "jeonnam",
    }


def test_a_region_chosen_beside_its_group_stands_for_itself() -> None:
    for chosen in (["capital", "seoul"], ["seoul", "capital"]):
        found = marks(VIEW, spread(VIEW, chosen), LOOK)
        assert found["seoul"] != found["incheon"] == found["gyeonggi"]


def test_a_mark_does_not_depend_on_the_order_of_choosing() -> None:
    one, other = (
        marks(VIEW, spread(VIEW, chosen), LOOK) for chosen in (["jeju", "seoul"], ["seoul", "jeju"])
    )
    assert one == other
