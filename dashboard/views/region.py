"""지역: everything about one region: its figures, plans, facilities, events and partners."""

from components.chart import Chart
from dashboard import controls, frame, picks, store
from dashboard.card import card

# Table → chart kind, height, height on a phone; in the order of the page.
PARTS = {
    "strategies": ("strategy_tree", 520, 760),
    "events": ("timeline", 320, 620),
    "facilities": ("table", 320, 520),
    "partnerships": ("table", 360, 560),
    "quantities": ("table", 420, 620),
}


def show() -> None:
    """The page."""
    catalog, say = store.catalog(), controls.say()
    region = picks.ask_region(catalog)
    picks.tell_history(catalog, region)
    shown = _figures(region)
    absent = []
    for table, (kind, height, narrow_height) in PARTS.items():
        title = say("records.of", region=catalog.regions.name(region, say.lang), what=say(f"records.{table}"))
        chart = Chart(kind, records=table, where=(("region", region),), title=title)
        if store.count(chart):
            card(chart, key=table, height=height, narrow_height=narrow_height)
            shown = True
        else:
            absent.append(say(f"records.{table}"))
    name = catalog.regions.name(region, say.lang, short=False)
    if not shown:
        frame.missing(say("region.none", region=name))
    elif absent:
        frame.missing(say("region.of_none", region=name, what=say.list(absent)))


def _figures(region: str) -> bool:
    """A card for each figure the region reports; whether there is any."""
    catalog = store.catalog()
    ids = [
        i.id
        for i in catalog.offered(picks.LEVEL)
        if region in store.values(i.id, basis=_basis_of(region)).ranking.index
    ]
    if not ids:
        return False
    frame.section(controls.say()("region.figures"))
    for number, ((place, span), id_) in enumerate(zip(frame.row(max(len(ids), 4)), ids, strict=False)):
        with place:
            chart = Chart("fact_card", (id_,), basis=_basis_of(region), lit=(region,))
            card(chart, key=f"figure-{number}", height=240, narrow_height=260, span=span)
    return True


def _basis_of(region: str) -> str:
    """The latest basis on which the region exists."""
    regions = store.catalog().regions
    holding = [b.id for b in regions.bases(picks.LEVEL) if region in regions.codes(picks.LEVEL, b.id)]
    return holding[0]
