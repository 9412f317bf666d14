"""The organisation's logo out of its data address: a picture that a document takes, or none."""

from __future__ import annotations

import base64
import binascii
import io
import re
from dataclasses import dataclass

from PIL import Image

DATA = re.compile(r"data:image/(png|jpeg|jpg);base64,([A-Za-z0-9+/=\s]+)")


@dataclass(frozen=True)
class Logo:
    """A picture and its width over its height."""

    file: io.BytesIO
    aspect: float


def picture_of(address: str) -> Logo | None:
    """The logo in a data address; None where there is none that can be read."""
    found = DATA.fullmatch(address)
    if not found:
        return None
    try:
        file = io.BytesIO(base64.b64decode(found[2]))
        with Image.open(file) as image:
            image.verify()
            return Logo(file, image.width / max(1, image.height))
    except (binascii.Error, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
