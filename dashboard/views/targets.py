"""국가 목표: how far to the target? Each target with its baseline, its year if there is one, and whether it can be judged."""

from components.chart import Chart
from dashboard import controls, frame, store
from dashboard.card import card


def show() -> None:
    """The page."""
    say = controls.say()
    frame.missing(say("targets.missing"))
    _figures()
    targets = Chart(
        "target_bullet", records="targets", where=(("status", "target"),), title=say("targets.all")
    )
    card(targets, key="targets", height=_height(targets), narrow_height=_height(targets) + 120)
    plans = Chart(
        "target_bullet", records="targets", where=(("status", "planned"),), title=say("targets.plans")
    )
    if store.count(plans):
        frame.missing(say("targets.plans_note"))
        card(plans, key="plans", height=_height(plans), narrow_height=_height(plans) + 120)
    for id_ in _several():
        card(Chart("trend", (id_,)), key=f"trend-{id_}", height=320, narrow_height=380)
    card(
        Chart("table", records="targets", title=say("targets.table")),
        key="table",
        height=460,
        narrow_height=640,
    )


def _figures() -> None:
    """The figures of the whole nation, a card each."""
    catalog = store.catalog()
    single = [i.id for i in catalog.national() if i.id not in _several()]
    if not single:
        return
    frame.section(controls.say()("targets.figures"))
    for number, ((place, span), id_) in enumerate(zip(frame.row(len(single)), single, strict=True)):
        with place:
            card(Chart("fact_card", (id_,)), key=f"nation-{number}", height=250, narrow_height=260, span=span)


def _several() -> list[str]:
    """The national indicators that are known for more than one period."""
    catalog = store.catalog()
    return [i.id for i in catalog.national() if len(catalog.periods_of(i.id)) > 1]


def _height(chart: Chart) -> int:
    """Room for one line a target."""
    return 170 + 90 * store.count(chart)
