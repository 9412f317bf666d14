"""HTML: a deck as one file that opens from a USB stick: a document to read, and the stage to present it from.

Plotly, fonts, geometry, slides and script are inside; a policy in the page forbids it to ask any host for anything.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from components import fonts
from components.export.pages import document
from components.outline import Outline
from components.stage import Geometries, joined, script, source
from components.theme import Look
from geo import boundaries

PACKING = 6  # of gzip: more takes longer and saves next to nothing


def write(
    outline: Outline, look: Look | None = None, *, public_url: str = "", themes: tuple[str, ...] = ()
) -> bytes:
    """The deck as one HTML file. ``look`` gives the theme; readers may change to any of ``themes`` as well.

    With ``public_url``, the dashboard's address, charts carry the link and the code of their live view.
    """
    look = look or Look(lang=outline.lang)
    geometries = Geometries()
    told = script(outline, look, public_url=public_url, shapes=geometries, themes=themes)
    told["font"] = fonts.family()
    parts = {
        "deck": _json(told),
        "geometry": _json(
            {
                "regions": {name: _packed_once(_Same(kept)) for name, kept in geometries.kept.items()},
                "world": _world(),
            }
        ),
        "plotly": _plotly()[0],
    }
    code = _code()
    page = document(outline, told, style=_style(), faces=_faces(), policy=_policy(code))
    data = "".join(
        f'<script type="{_type(name)}" id="{name}">{text}</script>\n' for name, text in parts.items()
    )
    whole = f'{page}{data}<script type="module">{code}</script>\n</body>\n</html>\n'
    return whole.encode("utf-8", "replace")


def _type(name: str) -> str:
    return "text/plain" if name == "plotly" else "application/json"


def _json(value: Any) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), PACKING, mtime=0)).decode()


class _Same:
    """Geometry known by its identity: it is shared by all visitors and never changed."""

    def __init__(self, kept: Any) -> None:
        self.kept = kept

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.kept is other.kept

    def __hash__(self) -> int:
        return id(self.kept)


@lru_cache(maxsize=16)
def _packed_once(shapes: _Same) -> str:
    return _packed(_json(shapes.kept))


def _policy(code: str) -> str:
    """The browser's orders: only our two scripts, nothing from and nothing to any host.

    Plotly writes styles into what it draws, hence inline styles.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(code)}' '{_plotly()[1]}'",
            "style-src 'unsafe-inline'",
            "img-src data:",
            "font-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


@cache
def _code() -> str:
    """The page and the stage behind it as one script."""
    return joined(source("page.js"))


@cache
def _style() -> str:
    return source("stage.css") + source("page.css")


@cache
def _plotly() -> tuple[str, str]:
    """The plotly.js of the installed package, packed; and the hash by which the page lets it run."""
    path = Path(str(distribution("plotly").locate_file("plotly/package_data/plotly.min.js")))
    code = path.read_text(encoding="utf-8")
    return _packed(code), _hash(code)


@cache
def _faces() -> str:
    """The typeface inside a style sheet."""
    return "\n".join(
        f'@font-face{{font-family:"{fonts.family()}";font-weight:{weight};src:url(data:font/woff2;base64,'
        f'{base64.b64encode(path.read_bytes()).decode()}) format("woff2")}}'
        for weight, path in fonts.files().items()
    )


@cache
def _world() -> Any:
    """The empty world that Plotly would otherwise ask a network for."""
    return json.loads(boundaries.world_stub())
