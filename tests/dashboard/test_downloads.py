"""The 내보내기 menu, in a real browser on a real server: no network, no Korean font, no Chrome on the server's side."""

from __future__ import annotations

import io
import json
import shutil
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import plotly
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Download, Page
from streamlit.testing.v1 import AppTest

from components import fonts
from dashboard import downloads
from tests.visits import serving_script

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
from dashboard import downloads
from tests.visits import serving_script
from dashboard.downloads import Picture

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

WORDS = {f"downloads.{key}": text for key, text in dict(
    label="내보내기", preset="크기", scale="배율", size="{width}×{height} 픽셀", png="PNG", svg="SVG", csv="CSV",
    working="{format} 만드는 중", done="{width}×{height} {format}를 내려받았습니다.", done_table="CSV를 내려받았습니다.",
    failed="{format}를 만들지 못했습니다.", too_large="너무 큽니다.").items()}

def show():
    st.title("지도")
    downloads.offer("one", WORDS, table="\\ufeff지역,값\\r\\n광주,272\\r\\n", name="광주/협약_2025-03", alt="광주가 272건", pictures=lambda: [
        Picture("slide", "슬라이드", syllables(120), 960, 540, 2), Picture("map", "지도", map_(), 640, 360, 1.5),
        Picture("broken", "깨진 지도", broken(), 640, 360)])

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


@pytest.fixture
def page(bare_browser: Browser, app: str) -> Iterator[Page]:
    """The app's inner page; at the end, no request may have left for another host."""
    page = bare_browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{app}/map")
    page.get_by_role("button", name="내보내기").wait_for()
    yield page
    page.close()
    host = app.removesuffix("/deep")
    ours = (host, host.replace("http", "ws"), "blob:", "data:")
    assert [url for url in asked if not url.startswith(ours)] == []


def press(page: Page, name: str, preset: str = "슬라이드", scale: str = "1×") -> Download:
    if not page.get_by_role("button", name="PNG").is_visible():
        page.get_by_role("button", name="내보내기").click()
    page.get_by_role("radio", name=preset, exact=True).check()
    page.get_by_role("radio", name=scale).check()
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return download.value


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


# ---- the files -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scale", "size"), [("1×", (1920, 1080)), ("2×", (3840, 2160)), ("4×", (7680, 4320))]
)
def test_a_png_has_exactly_the_pixels_it_promises(page: Page, scale: str, size: tuple[int, int]) -> None:
    download = press(page, "PNG", scale=scale)
    assert struct.unpack(">II", content(download)[16:24]) == size
    assert download.suggested_filename == f"광주_협약_2025-03_{size[0]}x{size[1]}.png"
    page.get_by_text(f"{size[0]}×{size[1]} PNG를 내려받았습니다.").wait_for()


def test_korean_is_real_where_no_font_is_installed(page: Page) -> None:
    picture = Image.open(io.BytesIO(content(press(page, "PNG")))).convert("L")
    ga, hit, again, bold = (picture.crop((x, 0, x + 480, 1080)) for x in (0, 480, 960, 1440))
    assert _unlike(ga, again) < 500
    assert _unlike(ga, hit) > 3000, "boxes look alike, syllables do not"
    assert _unlike(ga, bold) > 1500


def _unlike(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are ink in one picture and paper in the other."""
    return sum(ImageChops.difference(one, other).histogram()[128:])


def test_an_svg_stands_alone(page: Page) -> None:
    text = content(press(page, "SVG")).decode("utf-8")
    root = ET.fromstring(text)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("1920", "1080", "0 0 960 540")
    assert root.findtext("{*}title") == "광주 협약 2025-03"
    assert root.findtext("{*}desc") == "광주가 272건"
    assert text.count("@font-face") == 2
    assert text.count("url(data:font/woff2;base64,") == 2
    outside = [v for element in root.iter() for v in element.attrib.values() if "http" in v]
    assert outside == []


def test_a_map_waits_for_its_shapes(page: Page) -> None:
    picture = Image.open(io.BytesIO(content(press(page, "PNG", preset="지도")))).convert("RGB")
    assert picture.size == (960, 540)
    assert picture.getpixel((480, 270)) == (0x0B, 0x50, 0xD0)


def test_a_table_is_saved_as_it_was_written(page: Page) -> None:
    download = press(page, "CSV")
    assert content(download) == "\ufeff지역,값\r\n광주,272\r\n".encode()
    assert download.suggested_filename == "광주_협약_2025-03.csv"


def test_a_picture_that_cannot_be_drawn_is_said_in_a_sentence(page: Page) -> None:
    page.get_by_role("button", name="내보내기").click()
    page.get_by_role("radio", name="깨진 지도").check()
    page.get_by_role("button", name="PNG", exact=True).click()
    page.get_by_role("status").filter(has_text="PNG를 만들지 못했습니다.").wait_for()


def test_a_keyboard_is_enough(page: Page) -> None:
    _tab_to(page, "내보내기")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="PNG").wait_for()
    _tab_to(page, "1×")
    page.keyboard.press("ArrowRight")
    _tab_to(page, "PNG")
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


def test_nothing_is_drawn_before_the_menu_opens() -> None:
    def script() -> None:
        from dashboard import downloads

        def never():  # type: ignore[no-untyped-def]
            raise AssertionError("drawn too early")

        downloads.offer("one", {}, pictures=never, table=never, name="x", alt=never)

    assert not AppTest.from_function(script).run().exception
