"""What is done to every answer of the server: files sent packed and kept by browsers, security headers, our first page.

Streamlit sends its own 4.7 MB chart bundle unpacked and leaves caching of our files to chance; in a hall of 300
visitors the bytes are the limit. ``Delivery`` wraps Streamlit's server and takes over what lies ready on disk.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components import fonts
from dashboard import assets

FOR_EVER = "public, max-age=31536000, immutable"  # names that change with their content
A_WHILE = "public, max-age=600"  # names that stay; afterwards the browser asks whether they changed
ASK = "no-cache"
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".geojson": "application/geo+json",
}
PAGE = re.compile(r"/[a-z0-9-]*")  # an address a visitor can open; anything else Streamlit answers itself
TITLE = "지역 AI 준비도 대시보드"
NO_SCRIPT = (
    "<p>이 대시보드를 보려면 JavaScript를 켜 주세요. Please turn on JavaScript to use this dashboard.</p>"
)


def content_policy(frame_ancestors: str = "'self'") -> str:
    """The browser's orders: nothing from any other host. ``frame_ancestors`` says who may embed the dashboard.

    Streamlit's styles are inline; its components arrive as blobs; deck.gl
    starts workers from blobs and reads shapes with WebAssembly.
    """
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' blob: 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            f"frame-ancestors {frame_ancestors}",
        )
    )


@dataclass(frozen=True)
class Shelf:
    """A folder served below an address. ``packed`` holds the gzip copies, under the same names + ``.gz``."""

    address: str
    files: StaticFiles
    packed: StaticFiles
    keep: str

    def answer(self, scope: Scope, path: str) -> Response | None:
        """The file an address names, packed where the browser can unpack; None where there is none here."""
        name = path.removeprefix(self.address)
        headers = Headers(scope=scope)
        pack = "gzip" in headers.get("accept-encoding", "") and "range" not in headers
        shelves = ((self.packed, f"{name}.gz", {"Content-Encoding": "gzip"}), (self.files, name, {}))
        for files, file, extra in shelves if pack else shelves[1:]:
            found = _file(files, file, scope)
            if found:
                kind = TYPES.get(Path(name).suffix)
                found.headers.update({"Cache-Control": self.keep, "Vary": "Accept-Encoding", **extra})
                found.headers.update({"Content-Type": kind} if kind else {})
                return found
        return None


@dataclass
class Delivery:
    """Wraps Streamlit's server. ``base`` is ``server.baseUrlPath`` with a slash before and none behind."""

    app: ASGIApp
    base: str = ""
    frame_ancestors: str = "'self'"
    shelves: tuple[Shelf, ...] = field(init=False)
    page: bytes = field(init=False)

    def __post_init__(self) -> None:
        own, bundle = _folder(assets.STATIC), assets.bundle_folder()
        packed = _folder(assets.STATIC / assets.BUNDLE)
        self.shelves = (
            Shelf(f"{self.base}/app/static/", own, own, A_WHILE),
            Shelf(f"{self.base}/static/", _folder(bundle), packed, FOR_EVER),
        )
        self.page = first_page((bundle.parent / "index.html").read_text(encoding="utf-8"), bundle).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self._own(scope) if scope["method"] in ("GET", "HEAD") else None
        await (answer or self.app)(scope, receive, self._guarded(send))

    def _own(self, scope: Scope) -> Response | None:
        """The answer where it lies ready here."""
        path = scope["path"]
        for shelf in self.shelves:
            if path.startswith(shelf.address):
                return shelf.answer(scope, path)
        if path == f"{self.base}/favicon.png":
            return FileResponse(assets.ICON, headers={"Cache-Control": A_WHILE})
        if path.startswith(self.base) and PAGE.fullmatch(path.removeprefix(self.base)):
            return Response(self.page, media_type="text/html", headers={"Cache-Control": ASK})
        return None

    def _guarded(self, send: Send) -> Send:
        """``send`` with the security headers on every answer."""
        orders = security_headers(self.frame_ancestors)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(orders)
            await send(message)

        return guarded


def security_headers(frame_ancestors: str) -> Mapping[str, str]:
    """What every answer carries."""
    return {
        "Content-Security-Policy": content_policy(frame_ancestors),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def first_page(streamlit: str, bundle: Path) -> str:
    """Streamlit's page with our language and title, our font asked for at once, and no inline script.

    The chart bundle is named here too, so that the browser fetches it while Streamlit is still starting.
    """
    page = re.sub(r"<!--.*?-->", "", streamlit, flags=re.S)
    page = re.sub(r"<script>.*?</script>", "", page, flags=re.S)
    page = re.sub(r"<link\s[^>]*(?:rel=\"preload\"|rel=\"service-desc\")[^>]*>", "", page)
    page = re.sub(r"<noscript>.*?</noscript>", f"<noscript>{NO_SCRIPT}</noscript>", page, flags=re.S)
    page = re.sub(r"<title>.*?</title>", f"<title>{TITLE}</title>", page)
    return page.replace('<html lang="en">', '<html lang="ko">').replace("</head>", f"{_ahead(bundle)}</head>")


def _ahead(bundle: Path) -> str:
    """Links that make the browser fetch the fonts and the chart bundle early."""
    font = '<link rel="preload" href="./app/static/fonts/{}" as="font" type="font/woff2" crossorigin>'
    chart = '<link rel="modulepreload" crossorigin href="./static/js/{}">'
    charts = sorted((bundle / "js").glob("PlotlyChart.*.js"))
    links = [font.format(path.name) for path in fonts.files().values()]
    return "".join(links + [chart.format(path.name) for path in charts])


def _folder(folder: Path) -> StaticFiles:
    return StaticFiles(directory=folder, check_dir=False)


def _file(files: StaticFiles, name: str, scope: Scope) -> Response | None:
    """A file below a folder, or 'not modified'; None where there is none, or the name leads elsewhere."""
    try:
        path, found = files.lookup_path(name)
    except (OSError, ValueError):  # a name no file can have
        return None
    if not found or not stat.S_ISREG(found.st_mode):
        return None
    return files.file_response(path, found, scope)
