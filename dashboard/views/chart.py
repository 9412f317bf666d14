"""차트: one chart at its own address, for links and QR codes: what the address names, and nothing else."""

from __future__ import annotations

import streamlit as st

from components import address
from components.faults import sentence
from components.labels import markdown
from dashboard import controls, frame, store
from dashboard.card import card
from datasets.problems import Problem
from geo.errors import GeoError

HEIGHT, NARROW = 680, 620


def show() -> None:
    """The page."""
    say = controls.say()
    try:
        chart = address.read(dict(st.query_params), store.catalog(), say("page.chart"))
    except (Problem, GeoError) as fault:
        st.error(markdown(sentence(fault, say)))
        frame.missing(say("chart_page.how"))
        return
    card(chart, key="chart", height=HEIGHT, narrow_height=NARROW)
