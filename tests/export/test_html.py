"""The HTML file in a real browser without a network: every kind of chart, keys, remote, print, and what strangers typed."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from components import outline
from components.chart import KINDS, Chart
from components.deck import Deck, Item
from components.export import html
from components.outline import Outline
from components.theme import Look
from datasets import catalog
from datasets.catalog import Catalog
from datasets.texts import Text

SEVERAL = ("ict_value_added", "rnd_personnel", "ai_graduate_schools")
GWANGJU: dict[str, Any] = {"lit": ("gwangju",)}
CHARTS = {
    "choropleth": Chart("choropleth", ("ict_value_added",), **GWANGJU),
    "tile_map": Chart("tile_map", ("ict_value_added",), **GWANGJU),
    "columns": Chart("columns", ("sgg_ict_value_added",), level="sigungu"),
    "ranked_bar": Chart("ranked_bar", ("ict_value_added",), **GWANGJU),
    "strip": Chart("strip", SEVERAL, lit=("gwangju", "busan")),
    "trend": Chart("trend", ("rnd_expenditure",), lit=("daejeon",)),
    "target_bullet": Chart("target_bullet", records="targets"),
    "verdicts": Chart("verdicts", records="targets"),
    "strategy_tree": Chart("strategy_tree", records="strategies"),
    "matrix": Chart("matrix", records="strategies"),
    "timeline": Chart("timeline", records="events", where=(("date", "*"),)),
    "table": Chart("table", ("ict_value_added",)),
    "side_by_side": Chart("side_by_side", ("ai_autonomous_manufacturing_projects",)),
    "fact_card": Chart("fact_card", ("ai_firm_mous",), **GWANGJU),
    "distribution": Chart("distribution", ("ict_value_added",), **GWANGJU),
    "scatter": Chart("scatter", ("ict_value_added", "rnd_personnel"), **GWANGJU),
    "dated_dots": Chart("dated_dots", ("ai_gifted_school_opening",)),
    "multiples": Chart("multiples", SEVERAL, **GWANGJU),
    "coverage": Chart("coverage", SEVERAL),
    "profile": Chart("profile", SEVERAL, **GWANGJU),
    "standings": Chart("standings", SEVERAL, **GWANGJU),
}
HOSTILE = (
    "</script><script>window.hit=1</script><img src=x onerror=window.hit=1>\u202e=cmd|' /C calc'!A0\ud800"
)
PUBLIC = "https://ai.example.go.kr"
FAR = ("https://", "http://", "ws://", "wss://", "//")
# What is written on each drawn slide: the effective type size and, where it leaves its box, by how many pixels.
MEASURED = """() => [...document.querySelectorAll(".stage-page")].map((page) => {
  const found = [], slide = page.querySelector(".stage-slide"), zoom = slide.getBoundingClientRect().width / 1920;
  for (const text of slide.querySelectorAll("svg text, svg tspan, h2, h3, p, td, th")) {
    if (!text.textContent.trim() || text.closest(".stage-qr")) continue;
    const part = text.closest(".stage-part") ?? slide, box = text.getBoundingClientRect(), room = part.getBoundingClientRect();
    const over = Math.max(room.left - box.left, box.right - room.right, room.top - box.top, box.bottom - room.bottom) / zoom;
    found.push([text.textContent.slice(0, 40), parseFloat(getComputedStyle(text).fontSize), box.width ? over : 0]);
  }
  return { drawn: slide.querySelectorAll(".stage-part.figure .main-svg").length, figures: slide.querySelectorAll(".stage-part.figure").length, texts: found };
})"""


@dataclass
class Opened:
    """A file opened from the disk without a network, and what went wrong in it."""

    page: Page
    path: Path
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def start(self) -> Opened:
        self.page.locator("#tools button").first.click()
        self.page.locator(".stage-slide.now").wait_for()
        return self

    def press(self, *keys: str) -> Opened:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    @property
    def number(self) -> int:
        """Which slide is shown."""
        return int(self.page.locator(".stage-slide.now").get_attribute("data-index") or -1) + 1


def deck(data: Catalog, lang: str, *charts: Chart, title: str = "발표") -> Outline:
    items = [Item(chart, note=Text("첫째 말", "First words")) for chart in charts]
    made = Deck(Text(title, title), Text("포럼", "Forum"), (Item(title=Text(title, title)), *items))
    return outline.of_deck(made, data, lang, link="deck?deck=one")


@pytest.fixture(scope="module")
def data() -> Catalog:
    return catalog.load()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("html")


@pytest.fixture(scope="module")
def opening(browser: Browser, folder: Path) -> Iterator[Callable[..., Opened]]:
    """Opens bytes as a file in a window of its own that has no network."""
    contexts = []

    def open_(content: bytes, name: str, width: int = 1920, height: int = 1080, **more: Any) -> Opened:
        path = folder / f"{name}.html"
        path.write_bytes(content)
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **more)
        contexts.append(context)
        opened = Opened(context.new_page(), path)
        opened.page.on("request", lambda request: opened.asked.append(request.url))
        opened.page.on(
            "console",
            lambda m: opened.said.append(m.text) if m.type in ("error", "warning") else None,
        )
        opened.page.on("pageerror", lambda fault: opened.said.append(str(fault)))
        opened.page.on("dialog", lambda dialog: opened.said.append(dialog.message))
        opened.page.goto(path.as_uri())
        opened.page.locator("#tools > *").first.wait_for()
        return opened

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def every_kind(data: Catalog, opening: Callable[..., Opened]) -> Callable[[str], tuple[Opened, list[Any]]]:
    """All kinds in a language, drawn as for print at once; the browser is the only one that knows their sizes."""
    done: dict[str, tuple[Opened, list[Any]]] = {}

    def drawn(lang: str) -> tuple[Opened, list[Any]]:
        if lang not in done:
            content = html.write(deck(data, lang, *CHARTS.values()), Look(lang, "dark"), public_url=PUBLIC)
            opened = opening(content, f"kinds-{lang}")
            opened.page.evaluate(f"() => {{ window.print = () => (window.seen = ({MEASURED})()); }}")
            opened.page.locator("#tools button").last.click()
            opened.page.wait_for_function("() => window.seen", timeout=60_000)
            done[lang] = opened, opened.page.evaluate("() => window.seen")
        return done[lang]

    return drawn


@pytest.fixture(scope="module")
def few(data: Catalog) -> bytes:
    """A map, a table and bars, in both themes, under a title nobody should ever type."""
    charts = (CHARTS["choropleth"], CHARTS["table"], CHARTS["ranked_bar"], CHARTS["tile_map"])
    told = deck(data, "ko", *charts, title=HOSTILE)
    return html.write(told, Look("ko", "dark"), public_url=PUBLIC, themes=("light",))


@pytest.fixture(scope="module")
def shared(few: bytes, opening: Callable[..., Opened]) -> Opened:
    """One opened file for the tests that leave it as they found it."""
    return opening(few, "shared", reduced_motion="reduce")


@pytest.fixture
def shown(shared: Opened) -> Iterator[Opened]:
    """The presentation at its first slide."""
    yield shared.start()
    for _ in range(4):
        shared.press("Escape")
    assert shared.page.locator(".stage").is_hidden()


# ---- every kind of chart -------------------------------------------------------------------------------------


def test_every_kind_of_chart_has_an_example_here() -> None:
    assert set(CHARTS) == set(KINDS)


# Each kind in one language: both are drawn in the file the next test opens.
@pytest.mark.parametrize(("kind", "lang"), [(kind, ("ko", "en")[n % 2]) for n, kind in enumerate(CHARTS)])
def test_every_label_on_the_stage_is_at_least_24_pixels_high_and_inside_its_place(
    every_kind: Callable[[str], tuple[Opened, list[Any]]], kind: str, lang: str
) -> None:
    slide = every_kind(lang)[1][2 + list(CHARTS).index(kind)]
    assert slide["drawn"] >= slide["figures"] == (0 if KINDS[kind].table else 1)
    assert len(slide["texts"]) > 5
    assert [(text, size) for text, size, _ in slide["texts"] if size < 23.95] == []
    assert [(text, over) for text, _, over in slide["texts"] if over > 8] == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_file_with_every_kind_is_small_and_asks_no_network_for_anything(
    every_kind: Callable[[str], tuple[Opened, list[Any]]], lang: str
) -> None:
    opened = every_kind(lang)[0]
    assert opened.path.stat().st_size < 6_000_000
    assert opened.asked == [opened.path.as_uri()]
    assert opened.said == []


# ---- the document --------------------------------------------------------------------------------------------


class Document(HTMLParser):
    """What stands in a file before any script has run."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_without_a_script_titles_tables_sources_and_descriptions_can_be_read(few: bytes) -> None:
    document = Document(few)
    assert document.all("html")[0]["lang"] == "ko"
    assert len(document.all("table")) == 4
    described = [d["aria-label"] for d in document.all("div") if d.get("role") == "img"]
    assert len(described) == 3 and all("서울" in str(text) for text in described)
    assert "JavaScript" in document.text and "통계청" in document.text


def test_a_policy_forbids_the_file_every_request_and_every_foreign_script(few: bytes) -> None:
    document = Document(few)
    policy = next(str(m["content"]) for m in document.all("meta") if "http-equiv" in m)
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy
    assert re.fullmatch(r"script-src( 'sha256-[\w+/=]{44}'){2}", scripts)
    fetched = [
        value
        for _, attributes in document.tags
        for name, value in attributes.items()
        if name in ("src", "srcset", "data", "action", "poster") and str(value).startswith(FAR)
    ]
    assert fetched == [] and document.all("link") == []


def test_what_a_stranger_typed_is_text_everywhere(few: bytes, shared: Opened) -> None:
    assert few.decode("utf-8", "strict").count("<script") == 4
    told = json.loads(re.search(rb'id="deck">(.*?)</script>', few, re.S).group(1))  # type: ignore[union-attr]
    assert told["slides"][0]["title"].startswith("</script><script>window.hit=1")
    assert shared.page.locator("h1").inner_text().startswith("</script><script>")
    shared.start()
    assert "<img src=x" in shared.page.locator(".now .stage-title").inner_text()
    shared.press("o").page.locator(".stage-panel").get_by_text("<img src=x").first.wait_for()
    shared.press("Escape", "Escape", "Escape")
    assert shared.page.evaluate("() => window.hit") is None
    assert shared.said == []


def test_values_come_up_under_the_pointer(shared: Opened) -> None:
    chart = shared.page.locator(".drawing").first
    chart.locator(".main-svg").first.wait_for()
    box = chart.bounding_box()
    assert box
    shared.page.mouse.move(box["x"] + box["width"] * 0.37, box["y"] + box["height"] * 0.4)
    shared.page.mouse.move(box["x"] + box["width"] * 0.371, box["y"] + box["height"] * 0.4)
    chart.locator(".hovertext").first.wait_for()
    assert "원" in str(chart.locator(".hovertext").first.text_content())


def test_an_old_browser_gets_a_sentence_and_the_tables(
    folder: Path, browser: Browser, shared: Opened
) -> None:
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto(shared.path.as_uri())
    page.get_by_role("alert").wait_for()
    assert page.locator("table").first.is_visible()
    context.close()


def test_a_phone_shows_the_document_without_scrolling_sideways(shared: Opened) -> None:
    shared.page.set_viewport_size({"width": 390, "height": 844})
    assert shared.page.evaluate("() => document.documentElement.scrollWidth") == 390
    shared.page.set_viewport_size({"width": 1920, "height": 1080})


# ---- presenting ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        (["PageDown", "ArrowRight", " "], 4),
        (["End"], 7),
        (["End", "PageUp", "ArrowLeft"], 5),
        (["End", "Home"], 1),
        (["4", "Enter"], 4),
        (["1", "2", "Enter"], 7),
        (["Enter", "Backspace"], 1),
        (["b", "ArrowRight"], 1),
        (["b", "ArrowRight", "ArrowRight"], 2),
    ],
)
def test_keys_and_a_remote_move_through_the_slides(shown: Opened, keys: list[str], number: int) -> None:
    assert shown.press(*keys).number == number
    assert shown.page.locator(".stage-slide").count() <= 5


def test_a_korean_keyboard_blackens_the_screen_too(shown: Opened) -> None:
    send = (
        "(code) => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅠ', code, bubbles: true }))"
    )
    cover = shown.page.locator(".stage-cover")
    shown.page.evaluate(send, "KeyB")
    assert cover.is_visible()
    assert cover.evaluate("(it) => getComputedStyle(it).backgroundColor") == "rgb(0, 0, 0)"
    shown.page.evaluate(send, "KeyB")
    assert cover.is_hidden()


def test_a_click_on_a_chart_goes_on(shown: Opened) -> None:
    shown.press("3", "Enter").page.locator(".now .main-svg").first.wait_for()
    shown.page.mouse.click(900, 600)
    assert shown.number == 4


def test_a_slide_is_announced_and_the_rest_of_the_page_is_out_of_reach(shown: Opened) -> None:
    shown.press("3", "Enter")
    assert "3번째: 정보통신업" in shown.page.locator(".stage-live").inner_text()
    assert shown.page.evaluate("() => document.querySelector('.page').inert")
    assert shown.page.evaluate("() => document.activeElement.className").startswith("stage")
    shown.page.locator(".now [role=img]").wait_for()
    assert "서울" in str(shown.page.locator(".now [role=img]").get_attribute("aria-label"))


def test_the_speaker_sees_words_time_and_the_next_slide_in_another_window(shown: Opened) -> None:
    shown.press("3", "Enter").page.locator(".stage-slide[data-index='3']").wait_for(state="attached")
    with shown.page.expect_popup() as popup:
        shown.press("s")
    desk = popup.value
    desk.locator(".following .stage-slide").wait_for()
    assert "첫째 말" in desk.locator(".notes .note").inner_text()
    assert desk.locator("output.count").inner_text() == "3 / 7"
    desk.keyboard.press("ArrowRight")
    assert shown.number == 4
    desk.close()


def test_where_no_window_may_open_the_words_stand_beside_the_slide(shown: Opened) -> None:
    shown.page.evaluate("() => { window.kept = window.open; window.open = () => null; }")
    shown.press("3", "Enter", "s").page.locator(".stage-panel .own").wait_for()
    assert "팝업을 허용" in shown.page.locator(".stage-panel .hint").inner_text()
    shown.page.evaluate("() => { window.open = window.kept; }")


def test_a_code_of_the_chart_stands_large_above_its_address(shown: Opened) -> None:
    assert shown.page.locator(".now .stage-qr").is_visible()
    shown.press("3", "Enter", "q").page.locator(".stage-panel .stage-qr path").wait_for()
    assert shown.page.locator(".stage-panel .address").inner_text().startswith(f"{PUBLIC}/chart?kind=")


def test_slides_go_on_by_themselves_until_a_key_is_pressed(shown: Opened) -> None:
    shown.page.clock.install()
    shown.press("a")
    shown.page.clock.run_for(20_500)
    assert shown.number == 2
    shown.press("Shift").page.clock.run_for(60_000)
    assert shown.number == 2
    shown.page.clock.resume()


def test_the_presenter_changes_between_dark_and_light(shown: Opened) -> None:
    ground = "() => getComputedStyle(document.querySelector('.stage-slide.now')).backgroundColor"
    dark = shown.page.evaluate(ground)
    shown.press("t")
    assert (dark, shown.page.evaluate(ground)) == ("rgb(30, 33, 36)", "rgb(255, 255, 255)")
    shown.press("t")


def test_nothing_moves_for_those_who_asked_for_rest(shown: Opened) -> None:
    moving = "() => getComputedStyle(document.querySelector('.stage-slide.now')).transitionDuration"
    assert shown.page.evaluate(moving) == "0s"


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (3840, 2160), (390, 844)])
def test_the_scene_fills_any_screen_in_its_own_shape(shown: Opened, size: tuple[int, int]) -> None:
    width, height = size
    shown.page.set_viewport_size({"width": width, "height": height})
    box = shown.page.wait_for_function(
        """([width, height]) => {
          const box = document.querySelector(".stage-scene").getBoundingClientRect();
          const fills = Math.abs(box.width - width) < 1 || Math.abs(box.height - height) < 1;
          return fills && box.width < width + 1 && box.height < height + 1 && [box.width, box.height];
        }""",
        arg=[width, height],
    ).json_value()
    assert box[0] / box[1] == pytest.approx(16 / 9, rel=0.001)
    shown.page.set_viewport_size({"width": 1920, "height": 1080})


def test_it_prints_as_slides_one_a_page_and_is_a_document_again(shared: Opened) -> None:
    shared.page.locator(".drawing .main-svg").first.wait_for()
    pages = PdfReader(io.BytesIO(shared.page.pdf(prefer_css_page_size=True, print_background=True))).pages
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in pages]
    assert len(pages) == 7
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(960, 540)}
    assert all(f"{n} / 7" in text for n, text in enumerate(texts, start=1))
    assert "59.19조" in texts[2] and "59.19조" in texts[3]
    assert shared.page.locator(".stage-page").count() == 0
