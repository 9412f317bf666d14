"""The pen: every word of a presentation as DrawingML, with its language and a typeface that has Hangul."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from components import measure
from components.export.pptx.boxes import Box
from components.labels import clean
from components.theme import Palette

FONT = "맑은 고딕"  # on every Windows since Vista; its own Korean name, as Korean PowerPoint writes it
TAGS = {"ko": "ko-KR", "en": "en-US"}
SLACK = 0.9  # of a width is filled: fonts differ from what was measured
LEADING = 1.26  # of a type size: 맑은 고딕 is tall, its lines are set at 95 %
SPACING = '<a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
Run = tuple[str, float, str, bool]  # words, their size, colour, and whether they are bold
SCHEME = ("tx1", "tx2", "bg1", "bg2")


@dataclass(frozen=True)
class Pen:
    """How words are written: language, typeface, and the colours texts may have."""

    lang: str
    palette: Palette
    font: str = FONT
    band: str = '<a:schemeClr val="bg2"/>'
    hair: str = ""

    @property
    def rule(self) -> str:
        """The colour of quiet lines."""
        return self.hair or colour(self.palette.border)

    @property
    def faces(self) -> str:
        """The typeface for Latin, East-Asian and complex scripts, in the order files want."""
        return faces(self.font)

    def traits(
        self, tag: str, size: float = 0, colour: str = "", bold: bool | None = None, more: str = ""
    ) -> str:
        """The properties of a run (``a:rPr``, ``a:defRPr``, ``a:endParaRPr``): size in points, colour, weight, typeface."""
        told = f' lang="{TAGS.get(self.lang, self.lang)}"' if tag != "a:defRPr" else ""
        told += f' sz="{round(size * 100)}"' if size else ""
        told += f' b="{int(bold)}"' if bold is not None else ""
        return f"<{tag}{told}{more}>{fill(colour) if colour else ''}{self.faces}</{tag}>"

    def run(self, text: str, size: float = 0, colour: str = "", bold: bool | None = None) -> str:
        """Words that look alike."""
        return f"<a:r>{self.traits('a:rPr', size, colour, bold)}<a:t>{_gap(text)}{written(text)}</a:t></a:r>"

    def line(
        self,
        text: str,
        size: float = 0,
        colour: str = "",
        bold: bool | None = None,
        *,
        align: str = "",
        before: float = 0,
    ) -> str:
        """A paragraph; ``before`` is the air above it in points. Korean words are not broken."""
        side = f' algn="{align}"' if align else ""
        air = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
        inside = self.run(text, size, colour, bold) if text else self.traits("a:endParaRPr", size)
        return f'<a:p><a:pPr{side} latinLnBrk="0">{SPACING}{air}</a:pPr>{inside}</a:p>'

    def default(self, size: float, colour: str = "tx1", bold: bool = False, turn: int = 0) -> str:
        """How all words of a part of a chart look (``c:txPr``), turned by degrees."""
        turned = f' rot="{turn * 60000}" vert="horz"' if turn else ""
        return (
            f"<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>{self.traits('a:defRPr', size, colour, bold)}</a:pPr>"
            f"{self.traits('a:endParaRPr')}</a:p></c:txPr>"
        )

    def rich(self, text: str, size: float, colour: str = "tx1", bold: bool = False) -> str:
        """Words that stand in a chart as they are (``c:rich``)."""
        return self.stacked([[(text, size, colour, bold)]])

    def stacked(self, lines: Sequence[Sequence[Run]], align: str = "") -> str:
        """Lines of such words, each with their size, colour and weight, one below the other."""
        side = f' algn="{align}"' if align else ""
        told = "".join(
            f"<a:p><a:pPr{side}>{self.traits('a:defRPr', *line[0][1:])}</a:pPr>{''.join(self.run(*run) for run in line)}</a:p>"
            for line in lines
        )
        return f'<c:rich><a:bodyPr rot="0" vert="horz" wrap="none"/><a:lstStyle/>{told}</c:rich>'


def faces(font: str) -> str:
    """A typeface for all scripts."""
    name = quoteattr(font)
    return f"<a:latin typeface={name}/><a:ea typeface={name}/><a:cs typeface={name}/>"


def written(text: object) -> str:
    """A text without anything that markup or a reader's machine could stumble over."""
    return escape(clean(text))


def quoted(text: object) -> str:
    """The same as the value of an attribute, quotes included."""
    return quoteattr(clean(text))


def _gap(text: str) -> str:
    """The space a run begins with, which cleaning would take."""
    return "\u00a0" * min(len(text) - len(text.lstrip(" ")), 4)


def colour(name: str) -> str:
    """A colour of the theme (``tx1``) or written out (``#0b50d0``)."""
    return (
        f'<a:schemeClr val="{name}"/>' if name in SCHEME else f'<a:srgbClr val="{name.lstrip("#").upper()}"/>'
    )


def fill(name: str) -> str:
    """A plain fill, or none."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>" if name else "<a:noFill/>"


def edge(name: str, width: float = 0.75, dash: str = "") -> str:
    """A line of a colour, or none."""
    if not name:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(width * 12700)}">{fill(name)}{dashed}<a:round/></a:ln>'


def fitted(
    text: str, width: float, sizes: Sequence[float], most: int = 2, bold: bool = False
) -> tuple[float, list[str]]:
    """The largest size at which a text takes at most so many lines, and these; at the smallest it ends in ``…``."""
    for size in sizes:
        lines = measure.wrap(text, width * SLACK, size, bold, most=99)
        if len(lines) <= most:
            return size, lines
    return sizes[-1], measure.wrap(text, width * SLACK, sizes[-1], bold, most=most)


def height(lines: int, size: float) -> float:
    """How high so many lines stand."""
    return lines * size * LEADING


def settled(texts: Sequence[str], box: Box, sizes: Sequence[float], gap: float = 0.5) -> float:
    """The largest size at which paragraphs fit a box, with air between them as a share of the size; the smallest else."""
    for size in sizes:
        lines = sum(len(measure.wrap(text, box.width * SLACK, size, most=99)) for text in texts)
        if height(lines, size) + gap * size * (len(texts) - 1) <= box.height:
            return size
    return sizes[-1]
