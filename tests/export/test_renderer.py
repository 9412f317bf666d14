"""Pictures drawn on the server: exact, the same on any machine, asking nobody, and surviving a browser that fails."""

from __future__ import annotations

import base64
import io
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from components.export.renderer import Job, PictureFailed, PictureTooSlow, Renderer, machine, page, renderer
from components.export.renderer.faults import PicturesQueued
from components.faults import sentence
from components.theme import template
from components.wording import words
from tests.conftest import NO_FONTS

WIDTH, HEIGHT = 480, 270
SVG = "{http://www.w3.org/2000/svg}"


def bars(*names: str, title: str = "광주의 자리") -> go.Figure:
    """A small chart whose bars bear those names."""
    bar = go.Bar(x=list(names) or ["광주", "서울"], y=[*range(1, 1 + (len(names) or 2))])
    return go.Figure(bar, layout=dict(template=template("light", 15), title=dict(text=f"<b>{title}</b>")))


@pytest.fixture(scope="module")
def drawing() -> Renderer:
    """The renderer of this process."""
    found = renderer()
    assert found, "no browser on this machine"
    return found


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Renderer]:
    """A renderer of its own on a machine without any font, with little patience, stopped after a moment of rest."""
    empty = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    empty.write_text(NO_FONTS)
    browser = machine.find()
    assert browser
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(empty))
        made = Renderer(browser, tabs=1, idle=2)
        yield made
        made.stop()


def colours(png: bytes) -> int:
    """How many colours a picture has."""
    return len(Image.open(io.BytesIO(png)).convert("RGB").getcolors(1 << 24) or ())


def test_a_png_is_exactly_as_large_as_asked_for_and_not_blank(drawing: Renderer) -> None:
    png = drawing.picture(bars(), "png", WIDTH, HEIGHT, 2)
    assert Image.open(io.BytesIO(png)).size == (960, 540)
    assert colours(png) > 50


def test_a_scale_between_whole_numbers_rounds_to_whole_pixels(drawing: Renderer) -> None:
    png = drawing.picture(bars(), "png", 189, 126, 300 / 96)
    assert Image.open(io.BytesIO(png)).size == (591, 394)


def test_without_any_font_on_the_machine_the_picture_is_the_same_to_the_last_pixel(
    drawing: Renderer, bare: Renderer
) -> None:
    asked = (bars("전라남도", "AI ‧ ㎢"), "png", WIDTH, HEIGHT)
    assert bare.picture(*asked) == drawing.picture(*asked)


def test_without_any_font_every_syllable_is_drawn_and_none_is_a_box(bare: Renderer) -> None:
    one, other = (bare.picture(bars(name), "png", WIDTH, HEIGHT) for name in ("가나다", "라마바"))
    assert one != other  # boxes would look alike


def test_an_svg_brings_its_font_and_leads_nowhere_outside(drawing: Renderer) -> None:
    svg = drawing.picture(bars(), "svg", WIDTH, HEIGHT, 2).decode()
    assert not re.search(r"(?:href|src)=\"(?!#|data:)|url\((?!#|&quot;#|[\"']?data:)", svg)
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)", svg)
    named = {w: TTFont(io.BytesIO(base64.b64decode(data)))["name"].getBestFamilyName() for w, data in faces}
    assert named == {"400": "Readiness Sans", "700": "Readiness Sans"}


def test_an_svg_says_what_it_is_to_those_who_cannot_see_it(drawing: Renderer) -> None:
    hostile = '"><script>alert(1)</script>'
    svg = drawing.picture(bars(title="x"), "svg", WIDTH, HEIGHT, 2, title=hostile, alt="광주는 2위입니다.")
    root = ElementTree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == hostile and root.findtext(f"{SVG}desc") == "광주는 2위입니다."
    assert root.find(f".//{SVG}script") is None
    assert (root.get("width"), root.get("viewBox")) == ("960", f"0 0 {WIDTH} {HEIGHT}")


def test_a_pdf_has_its_own_size_real_text_and_no_font_made_of_drawings(drawing: Renderer) -> None:
    read: Any = PdfReader(io.BytesIO(drawing.picture(bars("광주"), "pdf", 640, 360)))
    assert [float(side) for side in read.pages[0].mediabox[2:]] == pytest.approx([480, 270], abs=0.5)
    assert "광주의 자리" in read.pages[0].extract_text()
    kinds = {font.get_object()["/Subtype"] for font in read.pages[0]["/Resources"]["/Font"].values()}
    assert kinds == {"/Type0"}


def test_shadows_of_labels_stay_in_a_pdf_and_the_label_is_one_text(drawing: Renderer) -> None:
    figure = bars("광주")
    figure.update_traces(
        text=["육십이건"], textfont=dict(color="white", shadow="auto"), textposition="inside"
    )
    page_ = PdfReader(io.BytesIO(drawing.picture(figure, "pdf", WIDTH, HEIGHT))).pages[0]
    assert page_.extract_text().count("육십이건") == 1
    assert len(page_.images) == 1


def test_many_pictures_come_in_the_order_they_were_asked_for(drawing: Renderer) -> None:
    jobs = (Job(bars, "svg", 300 + n, 200, title=str(n)) for n in range(6))
    found = [ElementTree.fromstring(svg).get("width") for svg in drawing.pictures(jobs)]
    assert found == [str(300 + n) for n in range(6)]


def test_many_sessions_share_one_browser(drawing: Renderer) -> None:
    figures = [bars(name) for name in "가나다라"]
    alone = [drawing.picture(f, "png", 200, 120) for f in figures]
    with ThreadPoolExecutor(4) as sessions:
        assert list(sessions.map(lambda f: drawing.picture(f, "png", 200, 120), figures)) == alone


def test_a_chart_that_points_elsewhere_reaches_nobody(drawing: Renderer) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

        do_OPTIONS = do_GET

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/x"
        figure = go.Figure(go.Choropleth(geojson=address, locations=["a"], z=[1]))
        figure.add_layout_image(source=f"{address}.png", x=0, y=1, sizex=1, sizey=1)
        for format_ in ("svg", "png"):
            try:
                drawing.picture(figure, format_, 200, 120)
            except PictureFailed:
                continue
        server.shutdown()
    assert asked == []


def test_a_chart_that_cannot_be_drawn_is_a_fault_in_words_and_the_browser_goes_on(drawing: Renderer) -> None:
    class Broken:
        def to_json(self) -> str:
            return "{"

    with pytest.raises(PictureFailed) as fault:
        drawing.picture(Broken(), "png", WIDTH, HEIGHT, title="광주")
    assert sentence(fault.value, words("ko")).startswith("광주 · 서버의 브라우저가 그림을 그리지 못했습니다")
    assert drawing.running and drawing.picture(bars(), "svg", WIDTH, HEIGHT)


def test_who_waits_too_long_for_a_turn_is_told_so() -> None:
    crowded = Renderer(Path("browser"), tabs=1, queue=0.01)
    crowded._turns.acquire()
    with pytest.raises(PicturesQueued):
        crowded.picture(bars(), "png", WIDTH, HEIGHT)


def processes(folder: Path) -> list[int]:
    """The browser processes that live in a folder."""
    listed = subprocess.run(["pgrep", "-f", f"user-data-dir={folder}"], capture_output=True, text=True)
    return [int(line) for line in listed.stdout.split()]


def test_a_browser_that_hangs_dies_or_rests_leaves_nothing_behind_and_another_takes_over(
    bare: Renderer,
) -> None:
    asked = (bars(), "png", WIDTH, HEIGHT)
    first = bare.picture(*asked)

    hung = bare._life
    assert hung
    os.killpg(hung._process.pid, signal.SIGSTOP)  # type: ignore[union-attr]
    bare.patience = 0.3
    with pytest.raises(PictureTooSlow):
        bare.picture(*asked)
    bare.patience = 30
    assert not hung.folder.path.exists() and processes(hung.folder.path) == []

    assert bare.picture(*asked) == first
    died = bare._life
    assert died
    for each in processes(died.folder.path):
        os.kill(each, signal.SIGKILL)
    assert bare.picture(*asked) == first
    assert not died.folder.path.exists()

    resting = bare._life
    until = time.monotonic() + 30
    while resting and resting.folder.path.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert resting and not bare.running and processes(resting.folder.path) == []


def test_a_folder_whose_owner_was_killed_is_removed_and_one_in_use_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.tempfile, "tempdir", str(tmp_path))
    left = tmp_path / f"{page.NAMED}left"
    left.mkdir()
    used = page.Folder(Path("chromium"))
    for folder in (left, used.path):
        os.utime(folder, (0, 0))
    another = page.Folder(Path("chromium"))
    assert not left.exists() and used.path.exists()
    used.remove()
    another.remove()
    assert list(tmp_path.iterdir()) == []


def test_the_environment_names_the_browser_or_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setenv(machine.ASKED, str(mine))
    assert machine.find() == mine
    monkeypatch.setenv(machine.ASKED, "no-such-browser")
    assert machine.find() is None


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_where_there_is_no_browser_one_sentence_says_what_is_missing_and_what_to_do(lang: str) -> None:
    say = words(lang)
    told = say("renderer.missing")
    assert told.count(".") == 1 and say("downloads.label") in told
    assert all(name in told for name in ("Chrome", "Edge", "Chromium", "PNG", "HTML"))
