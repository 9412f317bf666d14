"""A region's brief: two pages with its headline figures, position, plans, gaps and documents."""

from __future__ import annotations

import pytest

from components.brief import brief
from components.outline import Outline
from datasets import catalog, standing

CATALOG = catalog.load()
PLACES = ("gwangju", "seoul", "sejong", "jeonnam-gwangju", "sgg-24010")


def told(made: Outline, page: int) -> dict[str, tuple[str, ...]]:
    return {part.heading: part.lines for part in made.slides[page].parts if part.heading}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("code", PLACES)
def test_a_brief_has_two_pages_whose_parts_do_not_overlap(code: str, lang: str) -> None:
    made = brief(code, CATALOG, lang)
    assert len(made.slides) == 2 and CATALOG.regions.name(code, lang, short=False) in made.title
    for slide in made.slides:
        boxes = [part.box for part in slide.parts]
        for n, (left, top, wide, tall) in enumerate(boxes):
            assert left >= 0 and top >= 0 and left + wide <= 1.001 and top + tall <= 1.001
            for x, y, w, h in boxes[:n]:
                assert (
                    left + wide <= x + 0.001
                    or x + w <= left + 0.001
                    or top + tall <= y + 0.001
                    or y + h <= top + 0.001
                )


def test_gwangjus_brief_opens_with_272_agreements_and_77_kinds_of_equipment() -> None:
    cards = [p.exhibit for p in brief("gwangju", CATALOG, "ko").slides[0].parts if p.exhibit][:2]
    assert "272건" in cards[0].alt and "77종" in cards[1].alt


def test_a_merged_region_is_told_on_the_basis_on_which_it_exists() -> None:
    made = brief("jeonnam-gwangju", CATALOG, "ko")
    assert "16개 시도" in made.slides[0].subtitle and made.exhibits


def test_what_is_planned_says_so() -> None:
    events = told(brief("gwangju", CATALOG, "ko"), 1)["일정과 사건"]
    ahead = [line for line in events if "AI영재고등학교" in line]
    assert ahead and all("예정" in line for line in ahead)


def test_the_gaps_are_the_figures_that_most_have_and_the_region_lacks() -> None:
    view = CATALOG.view([i.id for i in CATALOG.offered("sido")], basis="17")
    lacking = standing.lacking(view, "gwangju")
    assert "rcostii" in lacking
    for id_ in lacking:
        column = view.column(id_)["value"]
        assert column.isna()["gwangju"] and column.notna().sum() >= 12
    gaps = told(brief("gwangju", CATALOG, "ko"), 1)["대부분 지역에는 있으나 이 지역에는 없는 수치"]
    assert "R-COSTII" in gaps
