"""국가 목표: how far to the target? Each target with its baseline, its year if there is one, and whether it can be judged."""

from components.chart import Chart
from dashboard import controls, frame, store
from dashboard.card import card


def show() -> None:
    """The page."""
    say = controls.say()
    frame.missing(say("targets.missing"))
    targets = Chart(
        "target_bullet", records="targets", where=(("status", "target"),), title=say("targets.all")
    )
    card(targets, key="targets", height=_height(targets), narrow_height=_height(targets) + 120)
    plans = Chart(
        "target_bullet", records="targets", where=(("status", "planned"),), title=say("targets.plans")
    )
    if len(store.material(plans)):
        frame.missing(say("targets.plans_note"))
        card(plans, key="plans", height=_height(plans), narrow_height=_height(plans) + 120)
    card(
        Chart("table", records="targets", title=say("targets.table")),
        key="table",
        height=460,
        narrow_height=640,
    )


def _height(chart: Chart) -> int:
    """Room for one line a target."""
    return 170 + 90 * len(store.material(chart))
