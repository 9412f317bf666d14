"""Ranked bar: all reporting regions, largest first, the chosen ones lit, the nation as a dashed line."""

from __future__ import annotations

from collections.abc import Collection

import plotly.graph_objects as go

from components import captions, measure
from components.labels import amount
from components.labels import plotly as label
from components.sheet import sheet
from components.theme import Look
from components.wording import words
from datasets.view import View


def ranked_bar(view: View, look: Look, *, lit: Collection[str] = ()) -> go.Figure:
    """Bars of the reporting regions with rank, name and value; ``lit`` are codes to stand out.

    Ranks appear only where the View carries them (at least five regions report). Planned and target values are
    hollow, so they never look like results.
    """
    figure, rows, size = go.Figure(), view.ranking, look.size.type(0.87)
    texts = [captions.value_text(row, view.indicator, look.lang) for _, row in rows.iterrows()]
    names = [view.name(code, look.lang) for code in rows.index]
    left = _widest(names, size) + size * (3.2 if view.reach.may_rank else 1)
    right, national = _widest(texts, size) + size, view.national()
    top = size * 1.6 if national is not None else 0
    room = sheet(figure, captions.of_view(view, look), look, left=left, right=right, top=top)
    size = min(size, room.height / max(len(rows), 1) * 0.75)
    _draw_bars(figure, view, look, lit, names, texts, size)
    _name_rows(figure, view, look, lit, names, left, size)
    if national is not None:
        _draw_national(figure, view, look, national, size)
    figure.update_xaxes(visible=False, range=_range(view, national))
    figure.update_yaxes(visible=False, range=[max(len(rows), 1) - 0.4, -0.6])
    figure.update_layout(bargap=0.4 if len(rows) > 5 else 0.55)
    return figure


def _widest(texts: list[str], size: float) -> float:
    return max([measure.width(text, size, bold=True) for text in texts] + [0])


def _draw_bars(
    figure: go.Figure,
    view: View,
    look: Look,
    lit: Collection[str],
    names: list[str],
    texts: list[str],
    size: float,
) -> None:
    """A bar for each region with its value behind it."""
    rows = view.ranking
    figure.add_bar(
        x=rows["value"], y=list(range(len(rows))), orientation="h", marker=_marker(view, look, lit),
        text=[f"<b>{label(t)}</b>" if code in lit else label(t) for code, t in zip(rows.index, texts, strict=True)],
        textposition="outside", cliponaxis=False, textfont=dict(size=size, color=_inks(rows.index, look, lit)),
        customdata=list(rows.index), hovertext=[f"<b>{label(n)}</b><br>{label(t)}" for n, t in zip(names, texts, strict=True)],
        hoverinfo="text",
    )  # fmt: skip


def _range(view: View, national: float | None) -> list[float]:
    """From zero, unless there are values below it."""
    values = [*view.ranking["value"], *([] if national is None else [national]), 0]
    return [min(values), max(values) or 1]


def _marker(view: View, look: Look, lit: Collection[str]) -> dict:
    colours = look.palette
    fills, edges, widths = [], [], []
    for code, row in view.ranking.iterrows():
        colour = colours.lit if code in lit else colours.others
        hollow = row["status"] in ("planned", "target")
        edge = colours.target if row["status"] == "target" else colour
        fills.append(colours.surface if hollow else colour)
        edges.append(edge if hollow else colour)
        widths.append(2 if hollow else 0)
    return dict(color=fills, line=dict(color=edges, width=widths), cornerradius=2)


def _inks(codes: Collection[str], look: Look, lit: Collection[str]) -> list[str]:
    return [look.palette.lit_text if code in lit else look.palette.text for code in codes]


def _name_rows(
    figure: go.Figure,
    view: View,
    look: Look,
    lit: Collection[str],
    names: list[str],
    left: float,
    size: float,
) -> None:
    """Rank and name left of each bar, in aligned columns."""
    for at, (code, row) in enumerate(view.ranking.iterrows()):
        ink = look.palette.lit_text if code in lit else look.palette.text
        text = f"<b>{label(names[at])}</b>" if code in lit else label(names[at])
        common = dict(xref="paper", x=0, y=at, yanchor="middle", showarrow=False)
        offset = size * 2 if view.reach.may_rank else 0
        figure.add_annotation(
            common, text=text, xanchor="left", xshift=offset - left, font=dict(size=size, color=ink)
        )
        if view.reach.may_rank:
            figure.add_annotation(
                common, text=f"{row['rank']:.0f}", xanchor="right", xshift=size * 1.5 - left,
                font=dict(size=size * 0.9, color=look.palette.muted),
            )  # fmt: skip


def _draw_national(figure: go.Figure, view: View, look: Look, national: float, size: float) -> None:
    line = dict(color=look.palette.national, width=1.5, dash="dash")
    figure.add_shape(
        type="line", x0=national, x1=national, yref="paper", y0=0, y1=1, line=line, layer="below"
    )
    text = words(look.lang)(
        "chart.national", value=amount(national, view.indicator.unit, look.lang, view.indicator.decimals)
    )
    figure.add_annotation(
        x=national, yref="paper", y=1, yanchor="bottom", text=label(text), showarrow=False,
        font=dict(size=size, color=look.palette.national),
    )  # fmt: skip
