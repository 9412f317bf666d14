"""The 내보내기 menu, in a real browser on a real server: no network, no Korean font, no Chrome asked for a picture."""

from __future__ import annotations

import base64
import io
import json
import shutil
import struct
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Download, Page, expect
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from components import fonts
from components.theme import palette
from components.wording import words
from dashboard import branding, downloads
from dashboard.downloads import choices
from dashboard.downloads.choices import Choice
from tests.visits import serving_script

SAY = words("ko")
STUB = {"type": "Topology", "objects": {}, "arcs": []}
SQUARE = [[[126, 34], [126, 38], [129, 38], [129, 34], [126, 34]]]
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "id": "x",
            "properties": {},
            "geometry": {"type": "Polygon", "coordinates": SQUARE},
        }
    ],
}

APP = '''
import plotly.graph_objects as go
import streamlit as st
from components.chart import Chart
from components.exhibit import Exhibit
from components.theme import Look
from components.wording import words
from dashboard import branding, downloads
from dashboard.downloads import Offer, Picture
from datasets import catalog

FONT = dict(family=f"'{downloads.FONT_FAMILY}', sans-serif", color="black")

def syllables(size):
    """Two pairs of syllables, each in its own quarter of a white sheet."""
    figure = go.Figure(layout=dict(template="none", width=960, height=540, font=FONT, paper_bgcolor="white"))
    figure.update_layout(xaxis_visible=False, yaxis_visible=False, margin=dict(l=0, r=0, t=0, b=0))
    for x, text in ((.125, "가"), (.375, "힣"), (.625, "가"), (.875, "<b>가</b>")):
        figure.add_annotation(x=x, y=.5, xref="paper", yref="paper", text=text, xanchor="center",
                              showarrow=False, font_size=size)
    return figure

def map_():
    shape = go.Choropleth(geojson="/deep/app/static/shapes.geojson", locations=["x"], z=[1], showscale=False,
                          colorscale=[[0, "#0b50d0"], [1, "#0b50d0"]], marker_line_width=0)
    figure = go.Figure(shape, layout=dict(template="none", width=640, height=360, font=FONT, paper_bgcolor="white"))
    return figure.update_layout(geo=dict(visible=False, fitbounds="locations"))

def broken():
    return {"data": [{"type": "choropleth", "geojson": "/deep/app/static/none.geojson", "locations": ["x"], "z": [1]}],
            "layout": {}}

def offer(key, picture, **more):
    with st.container(key=key):
        given = Offer(picture, lambda: "\\ufeff지역,값\\r\\n광주,272\\r\\n", lambda: "광주/협약_2025-03", **more)
        downloads.offer(key, words("ko"), given, Look())

@st.cache_resource
def exhibit():
    return Exhibit.of(Chart("fact_card", ("ai_firm_mous",), period="2025-03-28"), catalog.load(), "ko")

def card(choice):
    shown = exhibit()
    told = shown.heading
    figure = shown.figure(choice.look(Look(), branding.brand()))
    return Picture(figure, told.title, shown.alt, " · ".join((*told.foot, told.mark)))

def show():
    st.title("지도")
    offer("letters", lambda choice: Picture(syllables(120), alt="광주가 272건", credit="출처 광주일보"))
    offer("map", lambda choice: Picture(map_()))
    offer("broken", lambda choice: Picture(broken()))
    offer("card", card, exhibit=exhibit, link="chart?kind=fact_card&ids=ai_firm_mous")

def home():
    st.title("처음")

st.navigation([st.Page(home, url_path="home", default=True), st.Page(show, url_path="map")], position="top").run()
'''


# ---- an app and its page ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("app")
    static = folder / "static"
    for below in ("un", "fonts"):
        (static / below).mkdir(parents=True)
    for path in fonts.files().values():
        shutil.copy(path, static / "fonts" / path.name)
    shutil.copy(
        Path(str(plotly.__file__)).parent / "package_data" / "plotly.min.js", static / downloads.PLOTLY
    )
    (static / "un" / "world_110m.json").write_text(json.dumps(STUB))
    (static / "shapes.geojson").write_text(json.dumps(SHAPES))
    with serving_script(folder, APP, "--server.baseUrlPath=deep") as address:
        yield address


@pytest.fixture(scope="module")
def tab(bare_browser: Browser, app: str) -> Iterator[Page]:
    """The app's inner page, one for all tests here; no request may leave for another host."""
    page = bare_browser.new_page(viewport={"width": 1280, "height": 900})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{app}/map")
    page.locator(".st-key-card").get_by_role("button", name="내보내기").wait_for()
    yield page
    page.close()
    host = app.removesuffix("/deep")
    ours = (host, host.replace("http", "ws"), "blob:", "data:")
    assert [url for url in asked if not url.startswith(ours)] == []


@pytest.fixture
def page(tab: Page) -> Page:
    """The same page for every test: a menu that is open stays so, and ``open_menu`` sets its choices back."""
    return tab


def open_menu(page: Page, key: str = "letters", preset: str = "slide") -> Page:
    """The menu of one chart with its choices as they are at first; another one that is open is closed."""
    button = page.locator(f".st-key-{key}").get_by_role("button", name="내보내기")
    if button.get_attribute("aria-expanded") != "true":
        _close(page)
        button.click()
    page.get_by_role("combobox", name="크기").select_option(preset)
    if not page.get_by_role("radio", name="밝게").is_visible():
        page.locator("summary", has_text="바탕").click()
    for name in ("밝게", "1×"):
        page.get_by_role("radio", name=name).check()
    for name in ("제목", "출처"):
        page.get_by_role("checkbox", name=name).check()
    return page


def _close(page: Page) -> None:
    """Closes what is open, and waits for the run that takes its inside away: it would take a new one's with it."""
    if page.get_by_role("region", name="그림").count():
        page.keyboard.press("Escape")
        page.get_by_role("region", name="그림").wait_for(state="detached")
        page.wait_for_timeout(300)


AT_REST = "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"


def press(page: Page, name: str) -> Download:
    button = page.get_by_role("button", name=name, exact=True)
    button.wait_for()
    page.wait_for_function(AT_REST)  # a run that is still going replaces the button under the finger
    with page.expect_download() as download:
        button.focus()
        page.keyboard.press("Enter")
    return download.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def picture(download: Download) -> Image.Image:
    return Image.open(io.BytesIO(content(download)))


def write(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        field = page.get_by_role("spinbutton", name=SAY(f"menu.{name}"))
        field.fill(value)
        field.press("Tab")


# ---- pictures ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scale", "size"), [("1×", (1920, 1080)), ("2×", (3840, 2160))])
def test_a_png_has_exactly_the_pixels_it_promises(page: Page, scale: str, size: tuple[int, int]) -> None:
    open_menu(page).get_by_role("radio", name=scale).check()
    download = press(page, "PNG 그림")
    assert struct.unpack(">II", content(download)[16:24]) == size
    usual = "" if scale == "1×" else f"_{size[0]}x{size[1]}"
    assert download.suggested_filename == f"광주_협약_2025-03{usual}.png"
    page.get_by_text(f"{size[0]}×{size[1]} PNG 파일을 내려받았습니다.").wait_for()


def test_a_size_in_millimetres_gives_exactly_those_pixels_and_prints_as_long(page: Page) -> None:
    open_menu(page, preset="free").get_by_role("combobox", name="단위").select_option("mm")
    write(page, width="120", height="70", dpi="200")
    page.get_by_text("945×551 픽셀 · 인쇄 크기 120×70 mm").wait_for()
    download = press(page, "PNG 그림")
    found = picture(download)
    assert found.size == (945, 551) and download.suggested_filename.endswith("_945x551.png")
    assert [round(dpi) for dpi in found.info["dpi"]] == [200, 200]


def test_a_size_beyond_the_bounds_is_brought_back_before_the_eyes_of_the_reader(page: Page) -> None:
    open_menu(page, preset="free").get_by_role("combobox", name="단위").select_option("mm")
    write(page, width="1e9", height="-3")
    expect(page.get_by_role("spinbutton", name="너비")).to_have_value("600")
    expect(page.get_by_role("spinbutton", name="높이")).to_have_value("20")
    page.get_by_role("combobox", name="단위").select_option("px")
    expect(page.get_by_role("spinbutton", name="너비")).to_have_value("1920")
    expect(page.get_by_role("spinbutton", name="해상도(dpi)")).to_be_hidden()


def test_a_file_pressed_for_right_after_a_choice_is_of_that_choice(page: Page) -> None:
    open_menu(page, "card")
    page.get_by_role("radio", name="투명").check()
    assert picture(press(page, "PNG 그림")).convert("RGBA").getpixel((2, 2))[3] == 0  # type: ignore[index]
    page.get_by_role("radio", name="어둡게").check()
    red, green, blue, alpha = picture(press(page, "PNG 그림")).convert("RGBA").getpixel((2, 2))  # type: ignore[misc]
    assert f"#{red:02x}{green:02x}{blue:02x}" == palette("dark").surface and alpha == 255


def test_korean_is_real_where_no_font_is_installed(page: Page) -> None:
    whole = picture(press(open_menu(page), "PNG 그림")).convert("L")
    ga, hit, again, bold = (whole.crop((x, 0, x + 480, 1080)) for x in (0, 480, 960, 1440))
    assert _unlike(ga, again) < 500
    assert _unlike(ga, hit) > 3000, "boxes look alike, syllables do not"
    assert _unlike(ga, bold) > 1500


def _unlike(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are ink in one picture and paper in the other."""
    return sum(ImageChops.difference(one, other).histogram()[128:])


def test_an_svg_stands_alone(page: Page) -> None:
    text = content(press(open_menu(page), "SVG 그림")).decode("utf-8")
    root = ET.fromstring(text)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("1920", "1080", "0 0 960 540")
    assert root.findtext("{*}title") == "광주 협약 2025-03"
    assert root.findtext("{*}desc") == "광주가 272건\n출처 광주일보"
    assert text.count("@font-face") == 2
    assert text.count("url(data:font/woff2;base64,") == 2
    outside = [v for element in root.iter() for v in element.attrib.values() if "http" in v]
    assert outside == []


def test_a_picture_without_its_source_keeps_it_in_the_file_and_the_menu_says_so(page: Page) -> None:
    open_menu(page, "card")
    for name in ("제목", "출처"):
        page.get_by_role("checkbox", name=name).uncheck()
    page.get_by_text(SAY("menu.unsourced")).filter(has_text="광주일보").wait_for()
    png = picture(press(page, "PNG 그림"))
    root = ET.fromstring(content(press(page, "SVG 그림")))
    shown = " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "272" in shown and "업무협약" not in shown and "출처" not in shown
    assert "광주일보" in (root.findtext("{*}desc") or "") and "업무협약" in (root.findtext("{*}title") or "")
    assert "광주일보" in png.text["Source"] and "업무협약" in png.text["Title"]  # type: ignore[attr-defined]


def test_an_organisation_just_typed_stands_in_the_picture_and_is_never_markup(page: Page) -> None:
    open_menu(page, "card")
    page.get_by_text("기관 이름·로고").click()
    field = page.get_by_role("textbox", name="기관 이름")
    field.fill('"><img src=x onerror=alert(1)> 연구원')
    root = ET.fromstring(content(press(page, "SVG 그림")))
    shown = " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "<img src=x onerror=alert(1)> 연구원" in shown.replace("\xa0", " ")
    assert not [element for element in root.iter() if element.tag.endswith("img")]
    with zipfile.ZipFile(io.BytesIO(content(press(page, "PowerPoint 파일")))) as parts:
        assert any("onerror=alert(1)&gt; 연구원".encode() in parts.read(name) for name in parts.namelist())
    field.fill("")
    field.press("Enter")


def test_a_map_waits_for_its_shapes(page: Page) -> None:
    found = picture(press(open_menu(page, "map"), "PNG 그림")).convert("RGB")
    assert found.size == (1920, 1080)
    assert found.getpixel((960, 540)) == (0x0B, 0x50, 0xD0)


def test_a_picture_that_cannot_be_drawn_is_said_in_a_sentence(page: Page) -> None:
    open_menu(page, "broken").get_by_role("button", name="PNG 그림").click()
    page.get_by_role("status").filter(has_text="PNG 파일을 만들지 못했습니다.").wait_for()


def test_a_picture_is_copied_where_the_browser_allows_it(page: Page) -> None:
    open_menu(page).get_by_role("button", name="그림 복사").click()
    page.get_by_role("status").filter(has_text="1920×1080 그림을 복사했습니다.").wait_for()
    size = page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        const picture = await createImageBitmap(await item.getType("image/png"));
        return [picture.width, picture.height];
    }""")
    assert size == [1920, 1080]


def test_where_the_browser_forbids_copying_the_button_says_so_and_downloads(page: Page) -> None:
    _close(page)
    # What a browser leaves of the clipboard on an address that is not https.
    page.evaluate("""() => {
        window.kept = Object.getOwnPropertyDescriptor(Navigator.prototype, "clipboard");
        Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined, configurable: true });
    }""")
    open_menu(page, "card").get_by_text(SAY("menu.insecure")).wait_for()
    assert press(page, SAY("menu.copy_instead")).suggested_filename == "광주_협약_2025-03.png"
    page.get_by_role("button", name="주소 복사").click()
    page.get_by_text(SAY("menu.address_copied")).wait_for()
    _close(page)
    page.evaluate("() => Object.defineProperty(Navigator.prototype, 'clipboard', window.kept)")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.endswith("/chart?kind=fact_card&ids=ai_firm_mous")


# ---- documents, table, address -------------------------------------------------------------------------------


def test_a_powerpoint_file_is_written_when_it_is_pressed_for(page: Page) -> None:
    download = press(open_menu(page, "card"), "PowerPoint 파일")
    assert download.suggested_filename == "광주_협약_2025-03.pptx"
    slides = Presentation(io.BytesIO(content(download))).slides
    shapes: list[Any] = [shape for slide in slides for shape in slide.shapes if shape.has_text_frame]
    told = " ".join(shape.text_frame.text for shape in shapes)
    assert len(slides) == 1 and "272" in told and "광주일보" in told


def test_a_table_is_saved_as_it_was_written(page: Page) -> None:
    download = press(open_menu(page), "CSV 표")
    assert content(download) == "\ufeff지역,값\r\n광주,272\r\n".encode()
    assert download.suggested_filename == "광주_협약_2025-03.csv"


def test_the_address_of_the_chart_is_copied_whole(page: Page, app: str) -> None:
    open_menu(page, "card").get_by_role("button", name="주소 복사").click()
    page.get_by_text("주소를 복사했습니다.").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{app}/chart?kind=fact_card&ids=ai_firm_mous"


def test_a_keyboard_is_enough(page: Page) -> None:
    _close(page)
    page.locator(".st-key-letters").get_by_role("button", name="내보내기").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="PNG 그림").wait_for()
    _tab_to(page, "바탕")
    page.keyboard.press("Enter")
    _tab_to(page, "1×")
    page.keyboard.press("ArrowRight")
    _tab_to(page, "PNG 그림")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith("_3840x2160.png")


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on something of this name."""
    deepest = """() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return (at?.closest("label") ?? at)?.innerText ?? "";
    }"""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(deepest).strip().startswith(name):
            return
    raise AssertionError(f"Tab never reaches {name}")


# ---- without a browser ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("광주_AI업무협약_누적_2025-03", "광주_AI업무협약_누적_2025-03"),
        ("../../etc/passwd", "etc_passwd"),
        ("서울\u202egnp.exe\x00\n", "서울gnp.exe"),
        ('a<b>:"c"|d?*', "a_b_c_d"),
        ("가" * 500, "가" * 80),
        ("한글", "한글"),
        (" ./\\ ", "chart"),
    ],
)
def test_a_file_name_is_safe_and_stays_korean(given: str, safe: str) -> None:
    assert downloads.safe_name(given) == safe


def test_nothing_is_made_before_the_menu_opens() -> None:
    def script() -> None:
        from components.theme import Look
        from components.wording import words
        from dashboard import downloads

        def never(*_):  # type: ignore[no-untyped-def]
            raise AssertionError("made too early")

        downloads.offer("one", words("ko"), downloads.Offer(never, never, never, never), Look())

    assert not AppTest.from_function(script).run().exception


def test_where_no_browser_draws_on_the_server_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def script() -> None:
        from components.theme import Look
        from components.wording import words
        from dashboard.downloads import documents

        documents.picture("one", words("ko"), lambda: None, Look(), "x")  # type: ignore[arg-type,return-value]

    monkeypatch.setattr("dashboard.downloads.documents.renderer", lambda: None)
    found = AppTest.from_function(script).run()
    assert "Chrome" in found.caption[0].value and not found.get("download_button")


@pytest.mark.parametrize(
    "told",
    [
        None,
        "slide",
        {"preset": "../", "ground": "javascript:", "width": "x", "unit": "em"},
        {"preset": ["slide"], "ground": {}, "titled": 0, "sourced": "no", "turn": -1},
    ],
)
def test_a_choice_nobody_offered_is_the_usual_one(told: object) -> None:
    found = choices.read(told)
    assert (found.preset, found.ground, found.titled, found.sourced) == ("slide", "", True, True)
    assert found.size == Choice().size


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_a_logo_becomes_a_small_png_of_its_own(kind: str) -> None:
    source, aspect = branding.logo(_file(Image.new("RGB", (600, 200), "#0b50d0"), kind))
    found = Image.open(io.BytesIO(_decoded(source)))
    assert found.format == "PNG" and found.size == (480, 160) and aspect == 3
    assert len(source) < 20_000


def test_nothing_of_the_file_itself_goes_into_the_logo() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Comment", "<script>alert(1)</script>")
    written = io.BytesIO()
    Image.new("RGBA", (40, 40)).save(written, "PNG", pnginfo=told)
    source, _ = branding.logo(written.getvalue() + b"<script>alert(2)</script>")
    assert b"script" not in _decoded(source)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "menu.logo_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "menu.logo_type"),
        (b"%PDF-1.7 ...", "menu.logo_type"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "menu.logo_type"),
        (b"GIF89a" + b"\xff" * 100, "menu.logo_type"),
        (b"\0" * 1_000_001, "menu.logo_heavy"),
    ],
)
def test_a_file_that_is_no_logo_is_refused_with_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(branding.NotALogo) as refused:
        branding.logo(data)
    assert refused.value.why == why and all(words(lang)(why) for lang in ("ko", "en"))


def test_a_logo_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    bomb = bytearray(_file(Image.new("1", (30, 30)), "PNG"))
    bomb[16:24] = struct.pack(">II", 30_000, 30_000)
    bomb[29:33] = struct.pack(">I", zlib.crc32(bomb[12:29]))
    with pytest.raises(branding.NotALogo, match="logo_large"):
        branding.logo(bytes(bomb))


def test_the_name_of_an_organisation_is_one_clean_line() -> None:
    assert branding.named("시험\u202e\x00\n연구원\ud800 " + "가" * 100) == ("시험 연구원 " + "가" * 100)[:60]


def _file(image: Image.Image, kind: str) -> bytes:
    written = io.BytesIO()
    image.save(written, kind)
    return written.getvalue()


def _decoded(source: str) -> bytes:
    return base64.b64decode(source.removeprefix("data:image/png;base64,"))
