"""PDF: slides for a screen or a report on A4, with real text, drawn charts, bookmarks and links.

Words are written here; charts are drawn by the machine's browser and set in as drawings. Without a browser tables
stand in their places, and the first page says so.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from components.export.pdf import report, screen
from components.export.pdf.charts import set_in
from components.export.pdf.paper import A4, SCREEN, Paper
from components.export.renderer import Renderer
from components.outline import Outline
from components.theme import Look

PAPERS = {"screen": (SCREEN, screen.write), "a4": (A4, report.write)}


def write(
    outline: Outline, look: Look | None = None, renderer: Renderer | None = None, paper: str = "screen"
) -> bytes:
    """The outline as a PDF: ``screen`` is a 16:9 page for each slide, ``a4`` a report. Raises PictureFailed."""
    kind, lay = PAPERS[paper]
    look = replace(look or Look(), lang=outline.lang)
    with TemporaryDirectory() as folder:
        pages = Paper(kind, outline, look, renderer is not None, Path(folder))
        lay(pages)
        document = bytes(pages.output())
    return set_in(document, pages.placed, renderer)
