"""PowerPoint: slides whose charts, maps and tables people can go on editing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from components.export.pptx.inspection import NotATemplate, TemplateTooLarge, UnsafeTemplate
from components.export.pptx.master import own
from components.export.pptx.pen import TAGS
from components.export.pptx.slides import add_slide
from components.export.pptx.uploaded import uploaded
from components.labels import clean
from components.outline import Outline
from components.theme import Look
from components.wording import words

__all__ = ["NotATemplate", "TemplateTooLarge", "UnsafeTemplate", "write"]


def write(
    outline: Outline, look: Look | None = None, *, ratio: str = "16:9", template: bytes | None = None
) -> bytes:
    """The outline as a presentation, on our own master or on an organisation's ``template``, whose size then holds.

    Raises NotATemplate, TemplateTooLarge or UnsafeTemplate.
    """
    look = look or Look(lang=outline.lang)
    ground = uploaded(template, look, outline.lang) if template is not None else own(look, outline, ratio)
    look = replace(look, theme=ground.theme)
    for slide in outline.slides:
        add_slide(ground, slide, outline, look)
    _describe(ground.presentation, outline)
    told = io.BytesIO()
    ground.presentation.save(told)
    return told.getvalue()


def _describe(presentation: Any, outline: Outline) -> None:
    """Title, language and author of the file; the author is the product, never a person or a machine."""
    say, told = words(outline.lang), presentation.core_properties
    told.title, told.language = clean(outline.title)[:255], TAGS.get(outline.lang, outline.lang)
    told.author = told.last_modified_by = say("product.name")
    told.subject, told.comments = clean(outline.subtitle)[:255], clean(outline.mark)[:255]
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None)
    told.keywords = told.category = ""
    told.revision = 1
