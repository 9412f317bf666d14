"""The theme of our own presentations: the palette and the typeface as PowerPoint's colour and font menus show them."""

from __future__ import annotations

from functools import cache

from components.export.pptx.pen import FONT, faces
from components.theme import Palette, palette

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def is_dark(theme: str) -> bool:
    """Whether words are lighter than what they stand on."""
    return luminance(palette(theme).surface) < luminance(palette(theme).text)


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1 (WCAG)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_map(theme: str) -> str:
    """Which colours of the theme are ground and text: the dark ones are swapped, as PowerPoint does it."""
    ground, text = ("dk", "lt") if is_dark(theme) else ("lt", "dk")
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    return f'bg1="{ground}1" tx1="{text}1" bg2="{ground}2" tx2="{text}2" {accents} hlink="hlink" folHlink="folHlink"'


@cache
def theme_xml(theme: str, name: str) -> bytes:
    """The theme part: colours, fonts, and effects that are none."""
    lines = "".join(f'<a:ln w="{w}">{PLAIN}<a:prstDash val="solid"/></a:ln>' for w in (9525, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    font = faces(FONT)
    return (
        f'<a:theme {A} name="{name}"><a:themeElements><a:clrScheme name="{name}">{_colours(palette(theme), theme)}'
        f'</a:clrScheme><a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{lines}'
        f"</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{PLAIN * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _colours(colours: Palette, theme: str) -> str:
    text, ground = (colours.text, colours.muted), (colours.surface, colours.band)
    dark, light = (ground, text) if is_dark(theme) else (text, ground)
    named = dict(dk1=dark[0], lt1=light[0], dk2=dark[1], lt2=light[1])
    named |= {f"accent{n}": colour for n, colour in enumerate(colours.categorical, start=1)}
    named |= dict(hlink=colours.link, folHlink=colours.link)
    return "".join(
        f'<a:{key}><a:srgbClr val="{c.lstrip("#").upper()}"/></a:{key}>' for key, c in named.items()
    )
