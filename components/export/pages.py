"""The document inside an HTML file: titles, tables, sources and alternative texts, readable before any script runs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from components import qr
from components.cells import is_numeric
from components.chart import KINDS
from components.exhibit import Exhibit
from components.labels import clean
from components.outline import Outline, Part, Slide
from components.wording import Words, words

SMALLEST, LARGEST = 0.47, 0.68  # of the size a chart has on the stage
ADDRESS = re.compile(r"https?://[^\s·]+")


def document(outline: Outline, told: Mapping[str, Any], *, style: str, faces: str, policy: str) -> str:
    """The page up to its scripts. ``told`` is what the stage shows, slide by slide."""
    say = words(outline.lang)
    slides = zip(outline.slides, told["slides"], strict=True)
    body = "".join(_section(slide, drawn, n, say) for n, (slide, drawn) in enumerate(slides))
    return f"""<!doctype html>
<html lang="{outline.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_text(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{_text(outline.title)}</title>
<style id="faces">{faces}</style>
<style id="style">{style}</style>
</head>
<body data-theme="{told["themes"][0]}" style="{_colours(told)}">
<div class="page">
{_opening(outline, told, say)}
<main>{body}</main>
</div>
"""


def _text(text: object) -> str:
    return html.escape(clean(text))


def _colours(told: Mapping[str, Any]) -> str:
    """The theme's colours for those who read without a script."""
    return ";".join(f"--{name}:{colour}" for name, colour in told["colours"][told["themes"][0]].items())


def _opening(outline: Outline, told: Mapping[str, Any], say: Words) -> str:
    """Title, whose deck it is, the place of the buttons, and the code of the live view."""
    lead = told["slides"][0]["qr"] if told["slides"] else None
    mark = " · ".join(filter(None, [outline.brand.name, outline.mark]))
    subtitle = f'<p class="subtitle">{_text(outline.subtitle)}</p>' if outline.subtitle else ""
    return (
        f'<header class="opening"><div><h1>{_text(outline.title)}</h1>{subtitle}<p class="mark">{_text(mark)}</p>'
        f'<div id="tools"></div><noscript><p class="notice">{_text(say("stage.no_script"))}</p></noscript></div>'
        f"{_code(lead, say) if lead else ''}</header>"
    )


def _code(code: Mapping[str, Any], say: Words) -> str:
    size = code["size"]
    return (
        f'<div class="code"><svg viewBox="0 0 {size} {size}" role="img" aria-label="QR" shape-rendering="crispEdges">'
        f'<path d="{code["path"]}" fill="#000"/></svg>{_link(code["address"], say("stage.live"))}</div>'
    )


def _link(address: str, label: str) -> str:
    return f'<a href="{html.escape(address)}" rel="noopener noreferrer">{_text(label)}</a>'


def _section(slide: Slide, drawn: Mapping[str, Any], number: int, say: Words) -> str:
    """One slide as a section of the document; the title slide stands at its head already."""
    if slide.role == "title":
        return ""
    figures = [(n, *part["box"][2:]) for n, part in enumerate(drawn["parts"]) if part["kind"] == "figure"]
    parts = "".join(_part(part, number, figures, slide, say) for part in slide.parts)
    foot = "".join(f'<p class="foot">{_text(line)}</p>' for line in slide.foot)
    live = f'<p class="foot">{_link(drawn["qr"]["address"], say("stage.live"))}</p>' if drawn["qr"] else ""
    return f'<section class="{slide.role}" id="s{number + 1}"><h2>{_text(slide.title)}</h2>{parts}{foot}{live}</section>\n'


def _part(part: Part, number: int, figures: list[tuple[int, float, float]], slide: Slide, say: Words) -> str:
    """A heading, a chart with its table, sentences."""
    told = part.heading or (part.exhibit.heading.title if part.exhibit and slide.role == "spread" else "")
    head = f"<h3>{_text(told)}</h3>" if told else ""
    lines = f"<ul>{''.join(f'<li>{_linked(line)}</li>' for line in part.lines)}</ul>" if part.lines else ""
    return head + (_chart(part.exhibit, number, figures, say) if part.exhibit else "") + lines


def _chart(exhibit: Exhibit, number: int, figures: list[tuple[int, float, float]], say: Words) -> str:
    """The place of a chart with its alternative text, and the table behind it; a table stands open."""
    table = _table(exhibit.cells, say.lang)
    if KINDS[exhibit.chart.kind].table:
        return table
    at, width, height = figures.pop(0)
    place = f'data-slide="{number}" data-part="{at}" style="{_sized(width, height)}"'
    return (
        f'<div class="plot" tabindex="0" role="group" aria-label="{_text(exhibit.heading.title)}" '
        f'style="max-width:{width * LARGEST:.0f}px">'
        f'<div class="drawing" role="img" aria-label="{_text(exhibit.alt)}" {place}></div></div>'
        f"<details><summary>{_text(say('stage.as_table'))}</summary>{table}</details>"
    )


def _sized(width: float, height: float) -> str:
    """A chart keeps its shape, and letters that can be read: on a phone it is moved sideways under the finger."""
    return f"aspect-ratio:{width:g}/{height:g};min-width:{width * SMALLEST:.0f}px"


def _table(frame: pd.DataFrame, lang: str) -> str:
    """All rows as a real table that copies cleanly."""
    figure = [' class="figure"' if is_numeric(column, lang) else "" for column in frame.columns]
    head = "".join(
        f'<th scope="col"{kind}>{_text(name)}</th>' for name, kind in zip(frame.columns, figure, strict=True)
    )
    rows = "".join(f"<tr>{''.join(_cells(row, figure))}</tr>" for row in frame.itertuples(index=False))
    return f'<div class="table" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cells(row: Iterable[object], figure: list[str]) -> Iterator[str]:
    for cell, kind in zip(row, figure, strict=True):
        yield f"<td{kind}>{_text(cell)}</td>"


def _linked(line: str) -> str:
    """A sentence whose addresses can be followed."""
    parts, at = [], 0
    for found in ADDRESS.finditer(clean(line)):
        address = found.group()
        parts.append(_text(line[at : found.start()]) + " " if at < found.start() else "")
        parts.append(_link(address, address) if qr.is_address(address) else _text(address))
        at = found.end()
    return "".join(parts) + " " + _text(line[at:])
