"""The tuned server, asked over the wire, and the other ways people start the dashboard."""

from __future__ import annotations

import gzip
import http.client
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from components import fonts
from dashboard import assets, delivery
from tests import visits
from tests.visits import ROOT

CHART = next((assets.bundle_folder() / "js").glob("PlotlyChart.*.js")).name
FONT = next(iter(fonts.files().values())).name


def ask(base: str, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """One request, its path sent exactly as it is written."""
    place = urlsplit(base)
    connection = http.client.HTTPConnection(place.netloc, timeout=20)
    connection.request(
        method, place.path + path, headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    answer = connection.getresponse()
    return answer, answer.read()


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """A start that is expected to stop by itself."""
    command, given = [sys.executable, "-m", "dashboard"], {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("path", ["/app/static/plotly.min.js", f"/static/js/{CHART}"])
def test_large_files_travel_packed(served: str, path: str) -> None:
    plain, whole = ask(served, path)
    answer, packed = ask(served, path, accept_encoding="gzip")
    assert (plain.getheader("content-encoding"), answer.getheader("content-encoding")) == (None, "gzip")
    assert answer.getheader("content-type", "").startswith("text/javascript")
    assert gzip.decompress(packed) == whole
    assert len(packed) < len(whole) / 3


def test_files_whose_names_change_with_them_are_kept_for_ever(served: str) -> None:
    assert ask(served, f"/static/js/{CHART}", "HEAD")[0].getheader("cache-control") == delivery.FOR_EVER


def test_a_file_the_browser_has_is_not_sent_again(served: str) -> None:
    path = f"/app/static/fonts/{FONT}"
    first, _ = ask(served, path)
    again, body = ask(served, path, if_none_match=first.getheader("etag", ""))
    assert (first.status, again.status, body) == (200, 304, b"")


@pytest.mark.parametrize("path", ["/", "/map", "/app/static/plotly.min.js", "/_stcore/health", "/none/such"])
def test_every_answer_carries_the_security_headers(served: str, path: str) -> None:
    answer, _ = ask(served, path)
    assert answer.getheader("content-security-policy") == delivery.content_policy()
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert answer.getheader("referrer-policy") == "same-origin"


def test_the_browser_is_told_to_ask_no_other_host() -> None:
    orders = delivery.content_policy()
    assert "http" not in orders and "*" not in orders and "'unsafe-eval'" not in orders
    assert "script-src 'self' blob: 'wasm-unsafe-eval'" in orders


def test_the_first_page_is_ours_before_any_script_runs(served: str) -> None:
    page = ask(served, "/map")[1].decode()
    assert '<html lang="ko">' in page and "<title>지역 AI 준비도 대시보드</title>" in page
    assert "<script>" not in page and "SourceSans" not in page
    assert CHART in page and FONT in page
    assert ask(served, "/favicon.png")[1] == assets.ICON.read_bytes()


@pytest.mark.parametrize(
    "path",
    ["/app/static/../app.py", "/app/static/%2e%2e/app.py", "/app/static/..%2f..%2fapp.py", "/app/static/a%00b",
     "/app/static//etc/passwd", "/static/../../web/cli.py", "//elsewhere.example/x"],
)  # fmt: skip
def test_a_hostile_address_gets_no_file(served: str, path: str) -> None:
    answer, body = ask(served, path, accept_encoding="gzip")
    assert answer.status in (400, 404) or b"import" not in body
    assert b"root:" not in body


def test_another_host_may_embed_the_dashboard_only_when_the_operator_says_so() -> None:
    assert delivery.content_policy("https://portal.example").endswith(
        "frame-ancestors https://portal.example"
    )
    assert delivery.content_policy().endswith("frame-ancestors 'self'")


@pytest.mark.parametrize("port", ["eighty", "0", "70000", "-1"])
def test_a_wrong_port_is_one_line(port: str) -> None:
    result = start(PORT=port)
    assert result.returncode == 1
    assert result.stderr.strip() == f"PORT · {port!r} is no port · give a number from 1 to 65535"


def test_a_port_in_use_is_one_line(served: str) -> None:
    result = start(PORT=str(urlsplit(served).port), HOST="127.0.0.1")
    assert result.returncode == 1
    assert result.stderr == f"{urlsplit(served).netloc} · is taken · another one: PORT=8502 make run\n"


def test_the_dashboard_lives_below_another_path_too() -> None:
    with visits.serving(BASE_PATH="/ai") as base:
        assert base.endswith("/ai")
        assert "지역 AI 준비도" in ask(base, "/map")[1].decode()
        assert (
            ask(base, f"/static/js/{CHART}", accept_encoding="gzip")[0].getheader("content-encoding")
            == "gzip"
        )
        assert ask(base, "/app/static/" + assets.WORLD)[0].status == 200


@pytest.mark.parametrize("folder", [ROOT, ROOT / "tests"], ids=["from the root", "from elsewhere"])
def test_plain_streamlit_run_works(folder: Path) -> None:
    port = visits.free_port()
    script = os.path.relpath(ROOT / "dashboard/app.py", folder)
    streamlit = str(Path(sys.executable).with_name("streamlit"))  # unlike -m, it puts no folder on the path
    command = (streamlit, "run", script, f"--server.port={port}", "--server.headless=true")
    with visits.serving(*command, port=port, folder=folder) as base:
        assert ask(base, "/app/static/" + assets.WORLD)[0].status == 200
        assert ask(base, f"/app/static/fonts/{FONT}")[0].status == 200
