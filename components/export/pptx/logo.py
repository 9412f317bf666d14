"""The logo of an organisation, once on the master: every slide shows it, and one change changes all."""

from __future__ import annotations

import base64
import binascii
import io
import re
from typing import Any

from PIL import Image, UnidentifiedImageError
from pptx.oxml import parse_xml

from components.export.pptx.boxes import Box
from components.export.pptx.holders import NS, spot
from components.export.pptx.pen import quoted
from components.theme import Brand

HIGH, WIDEST = 17.0, 140.0  # points
MOST_PIXELS = 40_000_000
_ADDRESS = re.compile(r"data:image/(png|jpe?g);base64,", re.IGNORECASE)


def add_logo(master: Any, brand: Brand, width: float, height: float) -> None:
    """Set the logo at the foot of all slides, left of their number; a picture PowerPoint has no kind for is left out."""
    picture = _picture(brand.logo)
    if picture is None:
        return
    content, aspect = picture
    wide = min(HIGH * aspect, WIDEST)
    pad = master.placeholders[0].left / 12700
    box = Box(width - pad - 48 - wide, height - 19 - wide / aspect / 2, wide, wide / aspect)
    _, relation = master.part.get_or_add_image_part(io.BytesIO(content))
    name = quoted(brand.name)
    master.shapes._spTree.append(
        parse_xml(
            f'<p:pic {NS}><p:nvPicPr><p:cNvPr id="30" name={name} descr={name}/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{spot(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )


def _picture(address: str) -> tuple[bytes, float] | None:
    """The bytes of a PNG or JPEG in a data address, and its width over height."""
    found = _ADDRESS.match(address)
    if not found:
        return None
    try:
        content = base64.b64decode(address[found.end() :], validate=True)
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            width, height = image.size
    except (binascii.Error, ValueError, UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    return (content, width / height) if 0 < width * height <= MOST_PIXELS and height else None
