"""Documents are quoted with what was seen of them and no more."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from components import captions, cited
from components.cells import cells
from components.citations import citations
from components.theme import Look
from components.wording import words
from datasets.sources import Source
from datasets.texts import Text
from tests.components import level, maps

KO, EN = words("ko"), words("en")
SEEN = Source("seen", Text("보도자료", "Press release"), Text("시험부", "Test ministry"), "2025-03-28")
GUESSED = Source(
    "guessed", Text("교육부 제출자료", "Figures given to parliament"), Text("시험일보", "Test daily"), "2025-02",
    described=True, inferred=True,
)  # fmt: skip


def test_each_document_of_a_cell_goes_with_its_own_place() -> None:
    assert cited.pairs("a;b", "L1;L2") == [("a", "L1"), ("b", "L2")]
    assert cited.pairs("a", "L1;L2") == [("a", "L1;L2")]
    assert cited.pairs("a;b", "L1") == [("a", "L1"), ("b", "L1")]
    assert cited.pairs(float("nan"), None) == []


def test_a_title_that_was_not_seen_and_a_date_that_was_inferred_are_marked() -> None:
    assert cited.title(SEEN, KO) == "보도자료" and cited.date(SEEN, KO) == "2025-03-28"
    assert cited.title(GUESSED, KO) == "(제목 미표시) 교육부 제출자료"
    assert cited.title(GUESSED, EN) == "(title not shown) Figures given to parliament"
    assert cited.date(GUESSED, KO) == "2025-02(추정)" and cited.date(GUESSED, EN) == "Feb 2025 (inferred)"
    assert cited.brief(GUESSED, KO) == "시험일보(2025-02 추정)"
    assert captions.documents([SEEN, GUESSED], KO) == "시험부(2025-03-28), 시험일보(2025-02 추정)"


def two(view):
    """The figures of Seoul come from both documents."""
    view = level.with_reasons(view, seoul=dict(value=10.8, source="seen;guessed", where="표 1;L7"))
    return replace(view, sources=(*view.sources, SEEN, GUESSED))


def test_a_figure_of_two_documents_stands_under_both_with_their_places() -> None:
    found = {each.publisher: each for each in citations(two(maps.full()), "ko")}
    assert {s.place for s in found["시험부"].supports} == {"표 1"}
    assert {s.place for s in found["시험일보"].supports} == {"L7"}
    assert found["시험일보"].title.startswith("(제목 미표시)") and found["시험일보"].date.endswith("(추정)")


def test_the_line_below_a_chart_and_the_table_name_both() -> None:
    view = two(maps.full())
    line = captions.sources(view, Look())
    assert "시험부(2025-03-28) 표 1" in line and "시험일보(2025-02 추정) L7" in line
    table = cells(view, "ko")
    assert "시험부 표 1, 시험일보 L7" in set(table["출처"])
    raw = cells(view, "ko", values=True)
    assert "시험부, 시험일보" in set(raw["출처"]) and pd.notna(raw["위치"]).all()
