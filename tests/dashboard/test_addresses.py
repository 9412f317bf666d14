"""Every indicator opens by its address alone: on every basis of its levels, in both languages, divided where it may be."""

from __future__ import annotations

import pytest

from components.chart import Chart
from components.charts.choropleth import Shapes
from components.theme import Look, Size
from datasets import catalog
from datasets.view import View
from geo import boundaries
from tests.dashboard.test_pages import run_page

CATALOG = catalog.load()
LOOK = {lang: Look(lang=lang, size=Size(860, 640)) for lang in ("ko", "en")}
OFFERED = [
    (indicator.id, level, basis.id)
    for level in CATALOG.regions.levels()
    if CATALOG.regions.bases(level)
    for indicator in CATALOG.offered(level)
    for basis in CATALOG.regions.bases(level)
]
# One indicator of each sort: all regions, dates, a broken series, different definitions, a finer level, mostly missing.
SORTS = {
    "ict_value_added": {"per": "grdp"},
    "first_ai_ordinance": {},
    "ai_firm_mous": {"period": "2025-03-28"},
    "local_ai_budget": {},
    "resident_population": {"period": "2026-07"},
    "sgg_ict_value_added": {"level": "sigungu", "within": "gwangju"},
    "venture_firms": {"period": "2023-08"},
}


@pytest.mark.parametrize(("indicator", "level", "basis"), OFFERED)
def test_an_indicator_is_drawn_on_every_basis_that_offers_it(indicator: str, level: str, basis: str) -> None:
    """The charts of the map page, in the language whose turn it is; the wording of both is tested with the kinds."""
    lang = "en" if len(indicator) % 2 else "ko"
    date = CATALOG.indicator(indicator).kind == "date"
    charts = [Chart("dated_dots" if date else "choropleth", (indicator,), level=level, basis=basis)]
    view = charts[0].material(CATALOG)
    assert isinstance(view, View)
    if not date and view.reach.may_rank:
        charts.append(Chart("ranked_bar", (indicator,), level=level, basis=basis))
    for chart in charts:
        codes = [region.code for region in view.regions]
        shapes = Shapes("app/static/x.geojson", "app/static/x-hatch.geojson") if codes else None
        figure = chart.figure(view, LOOK[lang], shapes)
        assert figure.layout.title.text
    assert charts[0].alt(view, lang) and len(charts[0].cells(view, lang)) >= view.reach.k


def test_every_shape_of_every_level_is_there() -> None:
    for level in {level for _, level, _ in OFFERED}:
        for basis in CATALOG.regions.bases(level):
            codes = CATALOG.regions.codes(level, basis.id)
            assert {f["properties"]["code"] for f in boundaries.shapes(codes)["features"]} == set(codes)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("page", ["map", "compare"])
@pytest.mark.parametrize("indicator", SORTS)
def test_a_page_opens_on_an_indicator_by_its_address(page: str, indicator: str, lang: str) -> None:
    app = run_page(page, indicator=indicator, lang=lang, **SORTS[indicator])
    assert not app.exception and not app.warning and not app.error


@pytest.mark.parametrize("basis", ["17", "16"])
@pytest.mark.parametrize("page", ["map", "compare", "sources"])
def test_a_page_opens_on_either_basis(page: str, basis: str) -> None:
    app = run_page(page, basis=basis, lang="ko")
    assert not app.exception and not app.warning and not app.error


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("map", "level", "village"),
        ("map", "per", "moon"),
        ("map", "within", "atlantis"),
        ("map", "classes", "magic"),
        ("map", "points", "maybe"),
        ("compare", "pillar", "<b>"),
        ("compare", "x", "nothing"),
        ("sources", "document", "../secret"),
    ],
)
def test_a_choice_nobody_knows_falls_back_with_a_notice(page: str, name: str, value: str) -> None:
    query = {"level": "sigungu"} if name == "within" else {}
    app = run_page(page, lang="ko", **{name: value}, **query)
    assert not app.exception and len(app.warning) == 1 and value not in app.warning[0].value


@pytest.mark.parametrize("limits", ["1,2,3", "0.5, 1.5"])
def test_class_limits_are_taken_from_the_address(limits: str) -> None:
    app = run_page("map", lang="ko", indicator="ict_value_added", per="grdp", classes="given", limits=limits)
    assert not app.exception and not app.warning


@pytest.mark.parametrize("limits", ["3,2,1", "1,1", "one", "1," * 40, "1e999", "nan,inf", "__import__('os')"])
def test_class_limits_that_do_not_rise_are_refused(limits: str) -> None:
    app = run_page("map", lang="ko", indicator="ict_value_added", classes="given", limits=limits)
    assert not app.exception and len(app.warning) == 1


def test_the_code_of_a_region_alone_opens_its_page() -> None:
    app = run_page("region", region="sgg-24040", lang="ko")
    assert not app.exception and not app.warning and "sigungu" in app.query_params["level"]
