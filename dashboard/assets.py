"""What the browser fetches by address, laid ready in ``dashboard/static``: fonts, geometry, plotly.js, packed copies.

``publish`` is what every start needs and takes milliseconds when nothing changed; ``pack`` adds gzip copies, also of
Streamlit's own bundle, for the server of ``python -m dashboard``. Set-up calls both: ``python -m dashboard.assets``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution, version
from importlib.util import find_spec
from pathlib import Path

from components import fonts
from geo import boundaries
from geo.errors import GeoError
from geo.regions import Regions

HERE = Path(__file__).parent
STATIC = HERE / "static"
ICON = HERE / "icon.png"
PLOTLY = "plotly.min.js"
WORLD = "un/world_110m.json"  # the name plotly.js asks for below its ``topojsonURL``
STAMP = ".published"
BUNDLE = "streamlit"  # below it, packed copies of Streamlit's own files under their own paths
PACKED_TYPES = {".js", ".css", ".json", ".geojson", ".svg"}
WORTH_PACKING = 1000  # bytes: below, the headers outweigh what is saved


class CannotPublish(Exception):
    """The files for the browser cannot be laid ready; the text is one line: place · fault · repair."""

    def __init__(self, place: str, fault: str, repair: str) -> None:
        super().__init__(f"{place} · {fault} · {repair}")


def publish(folder: Path = STATIC) -> None:
    """Lays ready whatever is missing or older than what it is made from. Raises CannotPublish."""
    stamp = _stamp()
    if _is_published(folder, stamp):
        return
    try:
        names = [_write(folder / name, data).relative_to(folder) for name, data in _contents()]
        _write(folder / STAMP, "\n".join([stamp, *map(str, names)]).encode())
    except OSError as error:
        fault, repair = (
            f"cannot be written ({error.strerror})",
            "run `make setup` as the owner of this folder",
        )
        raise CannotPublish(f"dashboard/{folder.name}", fault, repair) from error
    except GeoError as error:
        repair = "restore the shape file; maps stay empty until then"
        raise CannotPublish("geo/", str(error), repair) from error


@cache
def publish_once() -> str:
    """``publish`` once a process; returns what went wrong, also written to the log, or nothing."""
    try:
        publish()
    except CannotPublish as error:
        print(error, file=sys.stderr)
        return str(error)
    return ""


def pack(folder: Path = STATIC) -> None:
    """Lays a gzip copy beside every published file, and one of each of Streamlit's own below ``streamlit/``.

    gzip and not brotli: browsers ask for brotli over https only, and offices serve this over http.
    """
    bundle = bundle_folder()
    for home, target in ((folder, folder), (bundle, folder / BUNDLE)):
        for path in _packable(home):
            _pack(path, target / path.relative_to(home).with_name(f"{path.name}.gz"))


def bundle_folder() -> Path:
    """Where Streamlit keeps what it serves below ``/static``."""
    spec = find_spec("streamlit")
    assert spec and spec.origin
    return Path(spec.origin).parent / "static" / "static"


def _contents() -> Iterator[tuple[str, bytes]]:
    """Every published file: its name below the folder, and its bytes."""
    for path in (*fonts.files().values(), fonts.LICENCE):
        yield f"fonts/{path.name}", path.read_bytes()
    yield PLOTLY, _plotly().read_bytes()
    yield WORLD, boundaries.world_stub().encode()
    yield from _geometry()


def _geometry() -> Iterator[tuple[str, bytes]]:
    """Outlines and hatching of every level as it stood on each basis, named as ``store`` addresses them."""
    regions = Regions.load()
    for level in regions.levels():
        for basis in regions.bases(level):
            codes = regions.codes(level, basis.id)
            yield f"geo/{level}-{basis.id}.geojson", _compact(boundaries.shapes(codes))
            yield f"geo/{level}-{basis.id}-hatch.geojson", _compact(boundaries.hatch(codes))


def _compact(shapes: dict) -> bytes:
    return json.dumps(shapes, separators=(",", ":")).encode()


def _plotly() -> Path:
    """The plotly.js inside the installed plotly package. Looked up, not imported: plotly is slow to start."""
    return Path(str(distribution("plotly").locate_file(f"plotly/package_data/{PLOTLY}")))


def _stamp() -> str:
    """Changes with everything the published files are made from."""
    shapes = sorted(Path(boundaries.__file__).parent.glob("*.*"))
    made_from = [Path(__file__), *shapes, *fonts.files().values()]
    seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in made_from]
    return hashlib.sha256(repr((seen, version("plotly"))).encode()).hexdigest()


def _is_published(folder: Path, stamp: str) -> bool:
    """Whether the folder was made from what is there now, and nothing of it has gone since."""
    try:
        made_from, *names = (folder / STAMP).read_text().splitlines()
    except (OSError, ValueError):
        return False
    return made_from == stamp and all((folder / name).exists() for name in names)


def _write(path: Path, data: bytes) -> Path:
    """Writes a file whole or not at all, and leaves one that already holds the same bytes as it is."""
    if path.exists() and path.read_bytes() == data:
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    return draft.replace(path)


def _packable(home: Path) -> Iterator[Path]:
    for path in home.rglob("*"):
        if path.suffix in PACKED_TYPES and path.stat().st_size >= WORTH_PACKING:
            yield path


def _pack(path: Path, target: Path) -> None:
    """The gzip copy of one file, dated like it; nothing is done where there is one of that date."""
    date = path.stat().st_mtime_ns
    if target.exists() and target.stat().st_mtime_ns == date:
        return
    _write(target, gzip.compress(path.read_bytes(), 9, mtime=0))
    os.utime(target, ns=(date, date))


if __name__ == "__main__":
    try:
        publish()
        pack()
    except (CannotPublish, OSError) as error:
        sys.exit(str(error))
