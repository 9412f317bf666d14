"""The ZIP of everything: what is in it, what it is called, what its data say of themselves, and how it stops."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.chart import Chart
from components.deck import Deck, Item
from components.export import package
from components.export.package import Cancelled
from components.export.renderer import Job, renderer
from components.outline import Outline, of_deck, of_exhibit
from components.theme import Brand, Look
from datasets import catalog
from datasets.texts import Text

CHARTS = (
    Chart("ranked_bar", ("rnd_personnel",), lit=("gwangju",)),
    Chart("choropleth", ("venture_firms",)),
    Chart("ranked_bar", ("rnd_personnel",), lit=("gwangju",)),
    Chart("timeline", records="events", where=(("headline", "*"),)),
)
SHAPES = {
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?(e-?\d+)?",
    "date": r"\d{4}-\d\d-\d\d",
    "yearmonth": r"\d{4}-\d\d",
    "year": r"\d{4}",
    "string": r"(?s).*",
}


class Fake:
    """Draws nothing: each picture is a line that says what was asked for."""

    def __init__(self) -> None:
        self.asked: list[Job] = []
        self.stopped = False

    def pictures(self, jobs: Iterable[Job]) -> Iterator[bytes]:
        try:
            for job in jobs:
                self.asked.append(job)
                yield f"{job.format} {job.width}x{job.height} @{job.scale:g} {job.title}".encode()
        finally:
            self.stopped = True


def deck(lang: str = "ko", title: str = "광주는 어디에") -> Outline:
    items = tuple(Item(chart) for chart in CHARTS)
    return of_deck(
        Deck(Text(title, "Where: Gwangju/AI?"), Text("포럼", "Forum"), items), catalog.load(), lang
    )


WRITERS = {"pptx": lambda: b"slides", "xlsx": lambda: b"sheets"}
EXTRA = {"deck.json": b'{"format": "deck"}'}


@pytest.fixture(scope="module")
def outline() -> Outline:
    return deck()


@pytest.fixture(scope="module")
def written(outline: Outline) -> bytes:
    return package.write(outline, Look(), Fake(), WRITERS, extra=EXTRA)


@pytest.fixture(scope="module")
def files(written: bytes) -> dict[str, bytes]:
    return unpacked(written)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        assert zipped.testzip() is None
        assert len(set(zipped.namelist())) == len(zipped.namelist())
        return {name: zipped.read(name) for name in zipped.namelist()}


def readme(files: dict[str, bytes]) -> str:
    return files["README.txt"].decode("utf-8-sig")


# ---- files ----------------------------------------------------------------------------------------------------


def test_every_chart_is_there_as_a_picture_in_three_formats_and_as_a_table(files: dict[str, bytes]) -> None:
    pictures = [name for name in files if name.startswith("그림/")]
    assert len(pictures) == 3 * len(CHARTS)
    for number in range(1, len(CHARTS) + 1):
        endings = {name.rpartition(".")[2] for name in pictures if name.startswith(f"그림/{number:02d}_")}
        assert endings == {"png", "svg", "pdf"}
    assert len([name for name in files if name.startswith("자료/") and name.endswith(".csv")]) == len(CHARTS)


def test_a_picture_holds_what_its_name_says(outline: Outline, files: dict[str, bytes]) -> None:
    for number, exhibit in enumerate(outline.exhibits, start=1):
        stem = f"그림/{number:02d}_{exhibit.file_name}"
        told = exhibit.heading.title
        assert files[f"{stem}.png"].decode() == f"png 960x540 @2 {told}"
        assert files[f"{stem}.svg"].decode() == f"svg 960x540 @2 {told}"
        assert files[f"{stem}.pdf"].decode() == f"pdf 960x540 @1 {told}"


def test_pictures_are_asked_for_with_title_and_alternative_text(outline: Outline) -> None:
    fake = Fake()
    package.write(outline, Look(theme="dark"), fake, {})
    assert [job.alt for job in fake.asked[::3]] == [exhibit.alt for exhibit in outline.exhibits]
    assert fake.asked[0].figure.layout.template.layout.paper_bgcolor == Look(theme="dark").palette.surface
    assert fake.asked[0].figure is fake.asked[2].figure, "a chart is drawn up once for all formats"


def test_documents_are_named_like_the_deck_and_extras_stay_as_they_are(
    outline: Outline, files: dict[str, bytes]
) -> None:
    assert files[f"{outline.name}.pptx"] == b"slides" and files[f"{outline.name}.xlsx"] == b"sheets"
    assert files["deck.json"] == EXTRA["deck.json"]


def test_the_list_names_every_file_and_every_document(outline: Outline, files: dict[str, bytes]) -> None:
    told = readme(files)
    listed = re.findall(r"^- ([^:\r\n]*?\.(?:pptx|xlsx|json|csv|png|svg|pdf))(?::|\r?$)", told, re.MULTILINE)
    assert sorted(listed) == sorted(set(files) - {"README.txt"})
    assert "국가승인통계가 아닙니다" in told and all(c.publisher in told for c in outline.citations)
    assert told.count("\n") == told.count("\r\n")


def test_without_a_renderer_the_list_says_why_there_are_no_pictures(outline: Outline) -> None:
    files = unpacked(package.write(outline, Look(), None, WRITERS))
    assert not [name for name in files if name.endswith((".png", ".svg", ".pdf"))]
    assert "그림을 만들 수 없어" in readme(files)
    assert len([name for name in files if name.endswith(".csv")]) == len(CHARTS)


def test_an_english_package_is_english() -> None:
    files = unpacked(package.write(deck("en"), Look(lang="en"), Fake(), WRITERS, extra=EXTRA))
    folders = {name.partition("/")[0] for name in files if "/" in name}
    assert folders == {"pictures", "data"}
    assert all(name.isascii() for name in files)
    head = readme(files).partition("Sources")[0]
    assert not re.search("[가-힣]", head) and "not official" in head


# ---- names --------------------------------------------------------------------------------------------------------


def test_names_are_marked_as_utf_8_and_dated_by_the_data(outline: Outline, written: bytes) -> None:
    day = date.fromisoformat(outline.edition.as_of)
    with zipfile.ZipFile(io.BytesIO(written)) as zipped:
        for info in zipped.infolist():
            assert info.flag_bits & 0x800 or info.filename.isascii()
            assert info.date_time == (day.year, day.month, day.day, 0, 0, 0)
            assert not info.filename.startswith(("/", "\\")) and ".." not in info.filename
            assert all(len(part.encode()) <= 255 for part in info.filename.split("/"))


@pytest.mark.parametrize("title", ["../../etc/passwd", "C:\\x\ud800\u202e", "가" * 400, "=cmd|' /C calc'!A0"])
def test_hostile_titles_and_names_are_safe_names(outline: Outline, title: str) -> None:
    hostile = replace(outline, title=title, subtitle=title, brand=Brand(title))
    extra = {"../a.json": b"1", "/a.json": b"2", "a.json": b"3", "README.txt": b"4", "..": b"5"}
    files = unpacked(
        package.write(hostile, Look(), None, {"pptx": lambda: b"", "../x": lambda: b""}, extra=extra)
    )
    for name in files:
        assert not re.search(r'[\\:*?"<>|\x00-\x1f\u202e]', name) and ".." not in name
        assert name.count("/") <= 1 and not name.startswith("/")
    assert {files[name] for name in ("a.json", "a_2.json", "a_3.json")} == {b"1", b"2", b"3"}
    assert files["README_2.txt"] == b"4"
    assert not re.search(r"^[=+@]", readme(files), re.MULTILINE)


def test_the_same_deck_gives_the_same_bytes(outline: Outline, written: bytes) -> None:
    assert package.write(outline, Look(), Fake(), WRITERS, extra=EXTRA) == written


# ---- progress -------------------------------------------------------------------------------------------------------


def test_every_step_is_told_before_it_begins(outline: Outline, files: dict[str, bytes]) -> None:
    told: list[tuple[int, int, str]] = []
    package.write(outline, Look(), Fake(), WRITERS, lambda *step: told.append(step), EXTRA)
    assert [done for done, *_ in told] == list(range(len(files)))
    assert {of for _, of, _ in told} == {len(files)}
    assert [path for *_, path in told] == list(files)


def test_a_cancelled_package_stops_at_once_and_draws_no_more(outline: Outline) -> None:
    fake = Fake()

    def tell(done: int, of: int, what: str) -> None:
        if what.startswith("그림/02"):
            raise Cancelled

    with pytest.raises(Cancelled):
        package.write(outline, Look(), fake, WRITERS, tell)
    assert fake.stopped and len(fake.asked) == 3


def test_a_document_that_fails_leaves_nothing_running(outline: Outline) -> None:
    fake = Fake()

    def tell(done: int, of: int, what: str) -> None:
        if what.startswith("자료/"):
            raise ValueError("full")

    with pytest.raises(ValueError, match="full"):
        package.write(outline, Look(), fake, {}, tell)
    assert fake.stopped


# ---- the data package -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def described(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["자료/datapackage.json"])


def table(files: dict[str, bytes], resource: dict[str, Any]) -> list[list[str]]:
    text = files[f"자료/{resource['path']}"].decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_data_package_says_what_it_is(outline: Outline, described: dict[str, Any]) -> None:
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._-]+", described["name"])
    assert described["version"] == outline.edition.id and outline.edition.as_of in described["created"]
    assert described["title"] == "광주는 어디에"
    assert described["licenses"] and all(each["name"] and each["title"] for each in described["licenses"])


def test_every_source_has_a_title_and_an_address_of_ascii_if_any(
    outline: Outline, described: dict[str, Any]
) -> None:
    known = {source.title.ko for exhibit in outline.exhibits for source in exhibit.material.sources}
    assert {source["title"] for source in described["sources"]} == known
    for source in described["sources"]:
        assert re.fullmatch(r"https?://[\x21-\x7e]+", source.get("path", "https://x"))


def test_the_names_of_tables_are_unique_and_their_paths_lead_to_files(
    files: dict[str, bytes], described: dict[str, Any]
) -> None:
    resources = described["resources"]
    names = [resource["name"] for resource in resources]
    assert len(set(names)) == len(names) == len(CHARTS)
    for resource in resources:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert not resource["path"].startswith(("/", ".")) and f"자료/{resource['path']}" in files
        assert resource["type"] == "table" and resource["encoding"] == "utf-8"


def test_the_fields_are_the_headers_of_the_tables_and_every_value_has_its_type(
    files: dict[str, bytes], described: dict[str, Any]
) -> None:
    types = set()
    for resource in described["resources"]:
        header, *rows = table(files, resource)
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header and len(set(header)) == len(header)
        assert rows and all(len(row) == len(header) for row in rows), "nothing stands below the rows"
        for field, values in zip(fields, zip(*rows, strict=True), strict=True):
            assert all(re.fullmatch(SHAPES[field["type"]], value) for value in values if value), field
            types.add(field["type"])
    assert {"integer", "string"} <= types


def test_the_tables_hold_the_figures_of_the_charts(
    outline: Outline, files: dict[str, bytes], described: dict[str, Any]
) -> None:
    header, *rows = table(files, described["resources"][0])
    at = header.index("값")
    values = outline.exhibits[0].values["값"]
    assert [float(row[at]) for row in rows if row[at]] == [
        float(v) for v in values if v == v and v is not None
    ]


# ---- real pictures ------------------------------------------------------------------------------------------------------


def test_the_renderer_of_this_machine_draws_the_pictures() -> None:
    drawing = renderer()
    assert drawing, "no browser · install Chromium (Debian, as root: apt-get install chromium)"
    files = unpacked(package.write(of_exhibit(deck().exhibits[0]), Look(), drawing, {}))
    made = {name.rpartition(".")[2]: data for name, data in files.items() if name.startswith("그림/")}
    assert (
        made["png"].startswith(b"\x89PNG")
        and made["pdf"].startswith(b"%PDF")
        and b"<svg" in made["svg"][:300]
    )
    width, height = (int.from_bytes(made["png"][at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (1920, 1080)
