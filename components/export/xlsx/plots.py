"""A plot as Excel draws it: our colours and marks, Korean type, labels before legends, no gridlines."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from components.export.xlsx.blocks import Block, Column
from components.export.xlsx.book import Book
from components.export.xlsx.labels import labels
from components.export.xlsx.parts import FONT
from components.export.xlsx.texts import caption, content, day
from components.natives import Plot, Series

_FORMS = {
    "bar": ("bar", ""),
    "column": ("column", ""),
    "stacked": ("bar", "stacked"),
    "line": ("line", ""),
    "scatter": ("scatter", ""),
    "doughnut": ("doughnut", ""),
}
_SYMBOLS = {"cross": "plus"}  # Excel's names where they differ from ours
_LYING = ("bar", "stacked")
_ROUND = ("doughnut",)
_READ = ("bar", "column")  # forms whose labels are their figures
_MOST_LABELS = 60  # with more, labels would cover the marks
_MARK = 7
_DARK = 140  # of 255: the brightness below which a ground needs white letters
_BEGINNING = datetime(1899, 12, 30)


def draw(book: Book, block: Block, title: str, subtitle: str = "") -> Any:
    """A chart of Excel for a plot whose figures stand in cells."""
    plot = block.plot
    chart = book.chart(*_FORMS[plot.form])
    for column in block.columns:
        chart.add_series(_series(book, plot, column))
    told = "\n".join(filter(None, [caption(title), caption(subtitle)]))
    chart.set_title({"name": told, "name_font": _font(book, 12, bold=True), "overlay": False})
    chart.set_legend(_legend(book, plot))
    chart.set_chartarea({"border": {"color": book.palette.border}, "fill": {"color": "#ffffff"}})
    chart.set_plotarea({"fill": {"none": True}})
    chart.show_hidden_data()  # a reader who filters the table above does not change the chart
    if plot.form == "line":  # a survey held every other year is one line; where a series breaks, another begins
        chart.show_blanks_as("span")
    if plot.form not in _ROUND:
        _axes(book, chart, plot)
    return chart


def _series(book: Book, plot: Plot, column: Column) -> dict[str, Any]:
    series = column.series
    told: dict[str, Any] = {
        "name": column.name,
        "categories": column.names,
        "values": column.values,
        "categories_data": [_cached(each) for each in column.told_names],
        "values_data": [content(value) for value in series.values],
        **_painted(plot, series),
    }
    if shown := _labels(book, plot, series):
        told["data_labels"] = shown
    if plot.form in ("bar", "column", "stacked"):
        told["gap"] = 45
    return told


def _cached(value: Any) -> Any:
    """What a chart keeps of a cell; of a day Excel keeps the number of days since its beginning."""
    return (value - _BEGINNING).days if isinstance(value, datetime) else value


def _painted(plot: Plot, series: Series) -> dict[str, Any]:
    """Colours, lines and marks; points that are no results are hollow."""
    points = [_point(plot, series, n) for n in range(len(series.values))]
    told = {"points": points} if any(points) else {}
    if plot.form in _ROUND:
        return told
    if plot.form not in ("line", "scatter"):
        return told | {"fill": {"color": series.colour}, "border": {"none": True}}
    joined = plot.form == "line" or series.dashed or series.symbol == "none"
    line = {"color": series.colour, "width": 1.5 if series.dashed else 2.25}
    line |= {"dash_type": "dash"} if series.dashed else {}
    return told | {"line": line if joined else {"none": True}, "marker": _marker(series)}


def _marker(series: Series) -> dict[str, Any]:
    if series.symbol == "none":
        return {"type": "none"}
    symbol = _SYMBOLS.get(series.symbol, series.symbol)
    paint = {"fill": {"color": series.colour}, "border": {"color": series.colour}}
    return {"type": symbol, "size": _MARK, **paint}


def _point(plot: Plot, series: Series, n: int) -> dict[str, Any] | None:
    """What sets one point apart from its series."""
    own = series.colours[n] if series.colours else ""
    colour = own or series.colour
    if series.hollow and series.hollow[n]:
        return {
            "fill": {"color": "#ffffff"},
            "border": {"color": colour, "width": 1.5, "dash_type": "square_dot"},
        }
    if not own or (own == series.colour and plot.form not in _ROUND):
        return None
    edge = {"color": "#ffffff"} if plot.form in _ROUND else {"color": own}
    return {"fill": {"color": own}, "border": edge}


def _labels(book: Book, plot: Plot, series: Series) -> dict[str, Any]:
    """Labels beside the marks: the figures of bars, in words where these say more, the names of points."""
    told = labels(plot, series)
    if told is None or told.shown(series.values) > _MOST_LABELS:
        return {}
    place = {"position": where} if (where := _place(plot)) else {}
    font = _font(book, 9, colour=_on(book, series.colour) if plot.form == "stacked" else "")
    shown: dict[str, Any] = {"value": True, "num_format": told.number_format, "font": font, **place}
    custom = [_custom(each, font) for each in told.own]
    return shown | ({"custom": custom} if any(custom) else {})


def _custom(own: str | None, font: dict[str, Any]) -> dict[str, Any] | None:
    """What stands at one mark in place of its figure."""
    if own is None:
        return None
    return {"value": caption(own), "font": font} if own else {"delete": True}


def _on(book: Book, colour: str) -> str:
    """The colour of a text that stands on another."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return "#ffffff" if 0.3 * red + 0.59 * green + 0.11 * blue < _DARK else book.palette.text


def _place(plot: Plot) -> str:
    return {"bar": "outside_end", "column": "outside_end", "stacked": "center", "doughnut": ""}.get(
        plot.form, "right" if plot.form == "scatter" else "above"
    )


def _legend(book: Book, plot: Plot) -> dict[str, Any]:
    several = len(plot.series) > 1 or plot.form in _ROUND
    return {"position": "bottom", "font": _font(book, 9)} if several else {"none": True}


def _axes(book: Book, chart: Any, plot: Plot) -> None:
    """Axes of names and of figures, which lie the other way round where the bars lie."""
    lying = plot.form in _LYING
    names = _axis(book, plot.y_title if lying else plot.x_title) | _told_names(plot)
    figures = _axis(book, plot.x_title if lying else plot.y_title) | _told_figures(plot)
    if lying:
        # The first name on top turns the axis of figures to the top as well, unless it crosses at the other end.
        names |= {"reverse": True, "interval_unit": 1, "crossing": "max"}
    chart.set_x_axis(figures if lying else names)
    chart.set_y_axis(names if lying else figures)


def _told_names(plot: Plot) -> dict[str, Any]:
    """How names, periods or the x of points stand at their axis; periods in their true spacing."""
    if plot.form == "scatter":
        return {"num_format": "yyyy-mm" if plot.x_days else plot.number_format}
    days = [found for each in plot.days if (found := day(each))]
    if not days:
        return {}
    years = (max(days) - min(days)).days / 365
    unit = {"major_unit": max(1, round(years / 10)), "major_unit_type": "years"} if years > 2 else {}
    return {"date_axis": True, "num_format": "yyyy" if years > 2 else "yyyy-mm", **unit}


def _told_figures(plot: Plot) -> dict[str, Any]:
    """The axis of figures: where they all stand at the marks, it needs no numbers of its own."""
    told: dict[str, Any] = {"num_format": plot.number_format}
    if plot.from_zero and _smallest(plot) >= 0:
        told["min"] = 0
    if not plot.scaled or all(_is_labelled(plot, series) for series in plot.series):
        told |= {"label_position": "none", "line": {"none": True}}
    return told


def _axis(book: Book, title: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "major_gridlines": {"visible": False},
        "num_font": _font(book, 9),
        "line": {"color": book.palette.border},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
    }
    named = {"name": caption(title), "name_font": _font(book, 9, colour=book.palette.muted)} if title else {}
    return told | named


def _smallest(plot: Plot) -> float:
    return min((v for s in plot.series for v in s.values if v is not None), default=0)


def _is_labelled(plot: Plot, series: Series) -> bool:
    """Whether a figure stands at every mark of a series."""
    told, n = labels(plot, series), sum(value is not None for value in series.values)
    return plot.form in _READ and told is not None and told.shown(series.values) == n <= _MOST_LABELS


def _font(book: Book, size: float, bold: bool = False, colour: str = "") -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": bold, "color": colour or book.palette.text}
