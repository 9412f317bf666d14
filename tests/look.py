"""Opens every page in every language, theme and width, and writes down what a visitor should never meet: ``make look``.

usage: python -m tests.look [--url ADDRESS] [--pages a,b] [--langs ko,en] [--themes light,dark] [--widths 1440,390]

Pictures and ``findings.json`` go to ``look/``. A finding is a request to another host, an error in the console or on
the page, a wrong page language, an axe-core violation, a page wider than its window, or text that is cut off.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Error, Page

from tests import visits
from tests.visits import ROOT, Visit

OUT = ROOT / "look"
TALLEST = 8000  # pixels of a picture; a page that is longer has a fault of its own
# Rules of axe-core that Streamlit's own furniture breaks, with the place; the same rule anywhere else is ours.
THEIRS = {"presentation-role-conflict": "stFileUploaderDropzone"}
VIEWS = {"pages": "", "langs": "ko,en", "themes": "light,dark", "widths": "1440,1024,390"}
OVERFLOW = """() => [document.documentElement, ...document.querySelectorAll("[data-testid=stMain]")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1)
  .map((box) => `${box.tagName.toLowerCase()} is ${box.scrollWidth - box.clientWidth} px wider than its window`)"""
CLIPPED = """() => {
  const seen = (box) => box.width > 2 && box.height > 2;
  const say = (text, how) => `${text.trim().replace(/\\s+/g, " ").slice(0, 60)} (${how})`;
  const found = [];
  for (const element of document.querySelectorAll("[data-testid=stApp] *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const style = getComputedStyle(element);
    if (!own || style.visibility === "hidden" || style.clip !== "auto" || !seen(element.getBoundingClientRect())) continue;
    if (element.closest("svg, canvas, [aria-hidden=true]")) continue;
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(say(element.textContent, "cut at the side"));
    else if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 3) found.push(say(element.textContent, "cut below"));
  }
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    const sheet = chart.getBoundingClientRect();
    for (const text of chart.querySelectorAll("svg.main-svg text")) {
      const box = text.getBoundingClientRect();
      if (!seen(box) || !text.textContent.trim()) continue;
      if (box.left < sheet.left - 3 || box.right > sheet.right + 3 || box.top < sheet.top - 3 || box.bottom > sheet.bottom + 3)
        found.push(say(text.textContent, "beyond its chart"));
    }
  }
  return found;
}"""


def pages() -> list[str]:
    """The addresses of all pages: the keys of PAGES in dashboard/app.py."""
    tree = ast.parse((ROOT / "dashboard/app.py").read_text(encoding="utf-8"))
    tables = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAGES"
    ]
    return [
        ast.literal_eval(key) for table in tables if isinstance(table, ast.Dict) for key in table.keys if key
    ]


def axe_core() -> str:
    """The accessibility checker's script, from the installed package that carries it."""
    spec = find_spec("axe_playwright_python")
    assert spec and spec.origin, "pip install -r requirements-dev.txt"
    return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, script: str) -> list[str]:
    """What axe-core finds on the page that is drawn, one line a rule, without what is Streamlit's own."""
    page.evaluate(script)
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [line for rule in found if (line := _violation(rule))]


def _violation(rule: dict) -> str:
    theirs = THEIRS.get(rule["id"])
    ours = [node for node in rule["nodes"] if not theirs or theirs not in node["html"]]
    return f"{rule['id']} ({rule['impact']}, {len(ours)}×): {ours[0]['html'][:160]}" if ours else ""


def findings(visit: Visit, lang: str, axe: str) -> Iterator[str]:
    """Everything wrong with one drawn page."""
    yield from (f"outside request: {url}" for url in visit.outside)
    yield from (f"console: {text[:200]}" for text in visit.errors)
    yield from (f"exception: {text[:200]}" for text in visit.exceptions())
    said = visit.page.evaluate("document.documentElement.lang")
    if said != lang:
        yield f"page language: {said!r} instead of {lang!r}"
    yield from (f"overflow: {text}" for text in visit.page.evaluate(OVERFLOW))
    yield from (f"text: {text}" for text in visit.page.evaluate(CLIPPED))
    yield from (f"axe: {text}" for text in violations(visit.page, axe))


def picture(page: Page, path: Path) -> None:
    """A picture of the whole page: the window is made as high as what it scrolls."""
    size = page.viewport_size
    assert size
    height = page.evaluate("(document.querySelector('[data-testid=stMain]') ?? document.body).scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(size["height"], height + 80), TALLEST)})
    page.wait_for_timeout(600)
    page.screenshot(path=path)
    page.set_viewport_size(size)


def look_at(browser: Browser, base: str, name: str, axe: str) -> list[str]:
    """The findings of one view, named ``page-lang-theme-width``; its picture is taken."""
    path, lang, theme, width = name.split("-")
    context = visits.window(browser, lang, theme, int(width))
    visit = Visit(context.new_page(), base)
    try:
        visit.go(path, lang=lang, theme=theme)
        found = list(findings(visit, lang, axe))
        picture(visit.page, OUT / f"{name}.png")
    except Error as error:
        found = [f"never drawn: {error.message.splitlines()[0]}", *visit.errors]
    finally:
        context.close()
    return found


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--url", help="a dashboard that is served already")
    for what, every in VIEWS.items():
        asked.add_argument(f"--{what}", default=every or ",".join(pages()))
    given = asked.parse_args()
    names = ["-".join(view) for view in product(*(vars(given)[what].split(",") for what in VIEWS))]
    OUT.mkdir(exist_ok=True)
    with nullcontext(given.url) if given.url else visits.serving() as base, visits.chromium() as browser:
        return report(browser, base, names)


def report(browser: Browser, base: str, names: list[str]) -> int:
    """Looks at every view and prints what it finds; 1 where there is anything, so that ``make look`` fails."""
    axe, found = axe_core(), {}
    for name in names:
        found[name] = look_at(browser, base, name, axe)
        print("\n  ".join([f"{name}: {len(found[name]) or 'nothing'} found", *found[name]]), flush=True)
    (OUT / "findings.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    kinds = Counter(line.split(":")[0] for lines in found.values() for line in lines)
    print(
        f"{len(names)} views, "
        + (", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "nothing found")
    )
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
