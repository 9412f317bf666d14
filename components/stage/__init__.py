"""The stage: a deck on a 16:9 screen, told as plain data that one script draws, in the dashboard and in a file.

``script`` says in JSON what stands on every slide and where, in pixels of a scene of 1920×1080; ``stage.js`` draws it
and answers to keys, remote and touch. Nothing here knows where the data go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from components import qr
from components.mapping.inside import inside
from components.mapping.painting import Shapes
from components.outline import Outline
from components.stage.slides import Drawing, slide
from components.theme import Look, palette
from components.wording import words
from datasets.view import View

HERE = Path(__file__).parent
COLOURS = ("page", "surface", "band", "border", "text", "muted", "link", "lit", "plain")
INTERVALS = (10, 20, 30, 60)  # seconds between slides that go on by themselves
IMPORT = re.compile(r'^import (\{[^}]*\}) from "./stage.js";\n', re.M)
Locate = Callable[[View], Shapes]


@dataclass
class Geometries:
    """Names the geometry of maps and keeps each once: figures carry the names, a file the rest."""

    kept: dict[str, Any] = field(default_factory=dict)

    def __call__(self, view: View) -> Shapes:
        """The names under which a View's geometry is kept."""
        found = inside(view)
        regions, hatch = self._name(found.regions, "regions"), self._name(found.hatch, "hatch")
        return Shapes(regions, hatch, self._name(found.parents, "parents") if found.parents else None)

    def _name(self, shapes: Any, role: str) -> str:
        known = (name for name, kept in self.kept.items() if kept is shapes and name.startswith(role))
        name = next(known, f"{role}-{len(self.kept) + 1}")
        self.kept[name] = shapes
        return name


def script(
    outline: Outline,
    look: Look,
    *,
    public_url: str = "",
    shapes: Locate | None = None,
    themes: tuple[str, ...] = (),
) -> dict[str, Any]:
    """A deck for ``stage.js``: slides with their figures, words, colours, and codes of addresses.

    ``look`` gives theme and brand; with more ``themes`` the presenter may change between them. ``shapes`` says where
    the geometry of a View is found; without it, figures hold theirs.
    """
    told = tuple(dict.fromkeys([look.theme, *themes]))
    drawing = Drawing(outline, look, told, shapes or inside, public_url)
    say = words(outline.lang)
    return {
        "title": outline.title,
        "lang": outline.lang,
        "mark": outline.mark,
        "brand": {"name": outline.brand.name, "logo": outline.brand.logo},
        "themes": list(told),
        "colours": {theme: colours(theme) for theme in told},
        "words": say.under("stage"),
        "intervals": list(INTERVALS),
        "unlinked": "" if qr.address(public_url) else say("stage.no_address"),
        "slides": [slide(each, n, drawing) for n, each in enumerate(outline.slides)],
    }


def colours(theme: str) -> dict[str, str]:
    """The colours of a theme that style sheets use, by meaning."""
    return {name: getattr(palette(theme), name) for name in COLOURS}


@cache
def source(name: str) -> str:
    """The text of ``stage.js``, ``stage.css`` or what else stands here."""
    return (HERE / name).read_text(encoding="utf-8")


def joined(script: str) -> str:
    """A script with the stage it imports inside, as one text: a file or a component cannot fetch a second one."""
    exported = re.compile(r"^export (?=(?:async )?(?:function|const) )", re.M)
    engine = exported.sub("", source("stage.js"))
    return IMPORT.sub(
        lambda found: f"const {found[1]} = (() => {{\n{engine}return {found[1]};\n}})();\n", script
    )
