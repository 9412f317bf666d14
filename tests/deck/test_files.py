"""A deck as a file: it comes back as it was, and what a stranger hands over never becomes more than words and known ids."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.chart import Chart
from components.deck import Deck, Item
from components.deck.files import (
    FORMAT,
    MOST_BYTES,
    DeckTooLarge,
    NewerDeck,
    NotADeck,
    read,
    words_of,
    write,
)
from components.deck.ready import ready
from components.faults import sentence
from components.wording import words
from datasets import catalog
from datasets.texts import Text
from tests.deck.hostile import HOSTILE

CATALOG = catalog.load()
CHART = Chart("ranked_bar", ("ict_value_added",), lit=("gwangju",))
READY, FAULTS = ready(catalog.FOLDER, CATALOG)


def file_of(**parts: object) -> str:
    slide = {"chart": {"kind": "ranked_bar", "ids": "ict_value_added"}}
    return json.dumps({"format": FORMAT, "version": 1, "slides": [slide]} | parts)


def test_a_deck_comes_back_from_its_file() -> None:
    deck = Deck(
        Text("포럼", "Forum"),
        Text("부제", "부제"),
        (
            Item(title=Text("첫 구역", "First")),
            Item(CHART, Text("제목", "제목"), Text("첫 줄\n둘째 줄", "첫 줄\n둘째 줄")),
        ),
    )
    assert read(write(deck), CATALOG) == (deck, ())


def test_a_deck_file_holds_ids_and_no_names_or_figures() -> None:
    text = write(Deck(items=(Item(CHART),)))
    assert json.loads(text)["slides"] == [
        {"chart": {"kind": "ranked_bar", "ids": "ict_value_added", "lit": "gwangju"}}
    ]


@pytest.mark.parametrize("id_", READY)
def test_a_ready_made_deck_can_be_shown_whole_in_both_languages(id_: str) -> None:
    deck = READY[id_]
    assert FAULTS == () and 8 <= len(deck.charts) <= 15
    for text in (deck.title, deck.subtitle, *(item.title for item in deck.items if not item.chart)):
        assert text.ko and text.en and text.ko != text.en
    for item in deck.items:
        if item.chart and item.chart.records and item.chart.kind != "fact_card":
            assert item.title.ko and item.title.en


def test_there_are_decks_for_two_cities_the_targets_and_the_comparison() -> None:
    assert [READY[id_].title.ko for id_ in READY] == [
        "17개 시도 비교",
        "광주 소개",
        "국가 목표",
        "서울 소개",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        "<script>",
        "\x00" * 50,
        "[" * 100_000,
        '{"a":' * 30_000,
        json.dumps({"format": "something-else", "version": 1}),
        file_of(version=0),
        file_of(version=True),
        file_of(version="1"),
        file_of(slides="x"),
        b"\xff\xfe\x00",
        b"\x80\x04\x95",
    ],
    ids=range(15),
)
def test_what_is_no_deck_is_refused_in_one_sentence(text: str | bytes) -> None:
    with pytest.raises(NotADeck) as caught:
        read(text, CATALOG, "파일")
    for lang in ("ko", "en"):
        assert 10 < len(sentence(caught.value, words(lang))) < 200


def test_a_deck_of_a_newer_version_says_so() -> None:
    with pytest.raises(NewerDeck):
        read(file_of(version=2), CATALOG)


def test_a_deck_of_ten_megabytes_is_not_even_parsed() -> None:
    with pytest.raises(DeckTooLarge):
        read("[" * 10_000_000, CATALOG)
    with pytest.raises(DeckTooLarge):
        read(file_of(slides=[{"section": "x"}] * 101), CATALOG)
    assert MOST_BYTES <= 1_000_000


@pytest.mark.parametrize(
    "slide",
    [
        {"chart": {"kind": "ranked_bar", "ids": "gone_indicator"}},
        {"chart": {"kind": "hologram", "ids": "ict_value_added"}},
        {"chart": {"kind": "ranked_bar", "ids": "ict_value_added", "lit": "atlantis"}},
        {"chart": {"kind": "ranked_bar", "ids": ["ict_value_added"]}},
        {"chart": "ranked_bar"},
        {"chart": {"kind": "ranked_bar", "ids": "ict_value_added", "level": "../.."}},
        {},
        [],
        7,
        None,
    ],
    ids=repr,
)
def test_a_slide_that_is_not_known_today_is_left_out_and_named_and_the_others_stay(slide: object) -> None:
    good = {"chart": {"kind": "ranked_bar", "ids": "ict_value_added"}}
    deck, left_out = read(file_of(slides=[good, slide, good]), CATALOG, "파일")
    assert len(deck.charts) == 2 and len(left_out) == 1
    assert "· 2" in sentence(left_out[0], words("ko"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_kept_short_and_printable(text: str) -> None:
    slide = {"chart": {"kind": "ranked_bar", "ids": "ict_value_added"}, "title": text, "note": text}
    raw = file_of(title=text, slides=[slide, {"section": text}])
    deck, left_out = read(raw, CATALOG)
    kept = (deck.title.ko, deck.items[0].title.ko, deck.items[0].note.ko, deck.items[1].title.ko)
    assert not left_out and max(map(len, kept)) <= 4000 and len(kept[0]) <= 160
    for each in kept:
        assert each.encode("utf-8") and all(c.isprintable() or c in "\n\u2028\u2029" for c in each)
    assert read(write(deck), CATALOG)[0] == deck


def test_a_note_keeps_its_lines() -> None:
    assert words_of("첫 줄\r\n둘째 줄\x07", 100) == "첫 줄\n둘째 줄"


def test_a_deck_is_never_changed_in_place() -> None:
    deck = Deck(items=(Item(CHART), Item(title=Text("a", "a")), Item(CHART, Text("b", "b"))))
    assert [i.title.ko for i in deck.move(2, 0).items] == ["b", "", "a"]
    assert [i.title.ko for i in deck.move(0, 99).items] == ["a", "b", ""]
    assert [i.title.ko for i in deck.move(1, -5).items] == ["a", "", "b"]
    assert len(deck.drop(1).items) == 2 and len(deck.add(Item(CHART)).items) == 4
    assert [i.title.ko for i in deck.items] == ["", "a", "b"]


def test_an_operators_faulty_deck_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "a.json").write_text("{", encoding="utf-8")
    (folder / "b.json").write_text(file_of(title="우리 것"), encoding="utf-8")
    decks, faults = ready(tmp_path, CATALOG)
    assert list(decks) == ["b"] and [fault.place for fault in faults] == ["decks/a.json"]
