"""What the browser fetches by address is laid ready once, mended when something is gone, and refused in one line."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path

import pytest

from components import fonts
from dashboard import assets
from geo.regions import Regions

REGIONS = Regions.load()
BASES = [(level, basis.id) for level in REGIONS.levels() for basis in REGIONS.bases(level)]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "static"
    assets.publish(folder)
    return folder


def test_fonts_plotly_and_an_empty_world_are_laid_ready(published: Path) -> None:
    assert all(
        (published / "fonts" / path.name).read_bytes() == path.read_bytes() for path in fonts.files().values()
    )
    assert (published / assets.PLOTLY).stat().st_size > 4_000_000
    assert json.loads((published / assets.WORLD).read_text())["type"] == "Topology"


@pytest.mark.parametrize(("level", "basis"), BASES)
def test_every_basis_has_its_outlines_and_its_hatching(published: Path, level: str, basis: str) -> None:
    for name in (f"{level}-{basis}", f"{level}-{basis}-hatch"):
        shapes = json.loads((published / "geo" / f"{name}.geojson").read_text())
        assert [feature["id"] for feature in shapes["features"]] == list(REGIONS.codes(level, basis))


def test_a_second_time_nothing_is_written(published: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in published.rglob("*")}
    started = time.perf_counter()
    assets.publish(published)
    assert time.perf_counter() - started < 0.5
    assert {path: path.stat().st_mtime_ns for path in published.rglob("*")} == before


def test_a_file_that_went_missing_comes_back(published: Path) -> None:
    (published / assets.WORLD).unlink()
    assets.publish(published)
    assert (published / assets.WORLD).exists()


def test_packed_copies_hold_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle, folder = tmp_path / "bundle", tmp_path / "static"
    (bundle / "js").mkdir(parents=True)
    (bundle / "js" / "chart.js").write_text("x" * 5000)
    folder.mkdir()
    monkeypatch.setattr(assets, "bundle_folder", lambda: bundle)
    assets.pack(folder)
    packed = folder / assets.BUNDLE / "js" / "chart.js.gz"
    assert gzip.decompress(packed.read_bytes()) == b"x" * 5000


def test_a_changed_file_is_packed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "bundle_folder", lambda: tmp_path / "none")
    shapes = tmp_path / "a.geojson"
    for text in ("x" * 5000, "y" * 5000):
        shapes.write_text(text)
        os.utime(shapes, ns=(1, len(text) + ord(text[0])))
        assets.pack(tmp_path)
        assert gzip.decompress((tmp_path / "a.geojson.gz").read_bytes()).decode() == text


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "static").write_text("a file where the folder should be")
    with pytest.raises(assets.CannotPublish) as error:
        assets.publish(tmp_path / "static")
    assert str(error.value).count(" · ") == 2
    assert "\n" not in str(error.value)
    assert "make setup" in str(error.value)
