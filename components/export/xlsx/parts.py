"""What the library leaves out of a workbook's parts: the East-Asian font, the language, marks of hollow points."""

from __future__ import annotations

import re

from components.export.xlsx.texts import JOINER

FONT = "맑은 고딕"  # on every Windows machine of the readers; others fall back to their own Korean font
_LOCALES = {"ko": "ko-KR", "en": "en-US"}
_LATIN = re.compile(r'<a:latin typeface="[^"]*"[^/]*/>')
_FACES = "".join(f'<a:{script} typeface="{FONT}"/>' for script in ("latin", "ea", "cs"))
_SERIES_MARK = re.compile(r"<c:marker>(<c:symbol [^>]*/><c:size [^>]*/>)")
_SERIES = re.compile(r"<c:ser>.*?</c:ser>", re.DOTALL)
_POINT_MARK = re.compile(r'(<c:dPt><c:idx val="\d+"/><c:marker>)(?=<c:spPr>)')
_SECOND_LINE = re.compile(
    r"<a:p>(?P<set><a:pPr>.*?</a:pPr>)<a:r><a:rPr [^>]*>(?P<rest>.*?)</a:rPr><a:t>(?P<one>[^<\n]*)\n(?P<two>[^<]*)</a:t></a:r></a:p>",
    re.DOTALL,
)
# Rows that a filter hides are drawn, empty cells are not: said in full, for programs differ in what they assume.
_RULES = '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>'
_NUMBERS = re.compile(
    r"<c:cat><c:numRef>(<c:f>[^<]*</c:f>)<c:numCache>(?:<c:formatCode>[^<]*</c:formatCode>)?(.*?)</c:numCache></c:numRef></c:cat>",
    re.DOTALL,
)


def finished(name: str, xml: str, lang: str) -> str | None:
    """The part of that name completed; nothing where it stays as it is."""
    if name.startswith("xl/charts/"):
        return _chart(xml, lang)
    if name.startswith("xl/theme/"):
        return re.sub(
            r'<a:latin typeface="[^"]*"/><a:ea typeface=""/>',
            f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/>',
            xml,
        )
    if name == "docProps/core.xml":
        return xml.replace("<dcterms:created", f"<dc:language>{_LOCALES[lang]}</dc:language><dcterms:created")
    return None


def _chart(xml: str, lang: str) -> str:
    xml = xml.replace(JOINER, "").replace("</c:chart>", f"{_RULES}</c:chart>")
    told = _SERIES.sub(_marked, xml)
    told = _SECOND_LINE.sub(_two_lines, told)
    if "<c:dateAx>" not in xml:  # names that look like numbers (2024) are names
        told = _NUMBERS.sub(r"<c:cat><c:strRef>\1<c:strCache>\2</c:strCache></c:strRef></c:cat>", told)
    return _LATIN.sub(_FACES, told).replace('lang="en-US"', f'lang="{_LOCALES[lang]}"')


def _marked(series: re.Match[str]) -> str:
    """A series whose single points have the same mark as all others: without one Excel chooses its own."""
    mark = _SERIES_MARK.search(series[0])
    return _POINT_MARK.sub(rf"\1{mark[1]}", series[0]) if mark else series[0]


def _two_lines(title: re.Match[str]) -> str:
    """A title whose second line is smaller and not bold."""
    run = f'<a:rPr lang="en-US" sz="900" b="0">{title["rest"]}</a:rPr>'
    first = title[0].replace(f"\n{title['two']}", "")
    return f"{first}<a:p>{title['set']}<a:r>{run}<a:t>{title['two']}</a:t></a:r></a:p>"
