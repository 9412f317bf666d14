"""The dashboard: its pages and what stands around every one of them.

``python -m dashboard`` starts the tuned server; ``streamlit run dashboard/app.py`` works as well.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:  # `streamlit run` puts only this folder on the path
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402
from streamlit.navigation.page import StreamlitPage  # noqa: E402

from components.wording import Words  # noqa: E402
from dashboard import assets, controls, frame, handing, store  # noqa: E402
from dashboard.views import chart, compare, deck, map, overview, region, sources, strategies, targets  # noqa: E402

# One line a page: address, and the function that shows it. The first is where the dashboard opens.
PAGES = {
    "overview": overview.show,
    "map": map.show,
    "compare": compare.show,
    "region": region.show,
    "targets": targets.show,
    "strategies": strategies.show,
    "deck": deck.show,
    "sources": sources.show,
    "chart": chart.show,
}
# Pages that are only led to: they stand in no menu.
HIDDEN = {"chart"}


def main() -> None:
    """Draw the page the address names, in the language it names."""
    assets.publish_once()
    say = controls.say()
    st.set_page_config(page_title=say("product.title"), page_icon=str(assets.ICON), layout="wide")
    pages = [_page(path, say) for path in PAGES]
    # Streamlit serves its default page at the bare address only; so the door leads on to the first page's own address.
    door = st.Page(
        lambda: st.switch_page(pages[0], query_params=st.query_params),
        title=say("product.name"),
        url_path="",
        default=True,
        visibility="hidden",
    )
    chosen = st.navigation([door, *pages], position="top")
    frame.remember({page.url_path: page for page in pages})
    if chosen == door:
        chosen.run()
    frame.open_page(chosen.title, chosen.url_path, store.catalog())
    chosen.run()
    handing.page(frame.shown(), frame.called() or chosen.title)
    frame.close_page(store.catalog())


def _page(path: str, say: Words) -> StreamlitPage:
    shown = "hidden" if path in HIDDEN else "visible"
    return st.Page(PAGES[path], title=say(f"page.{path}"), url_path=path, visibility=shown)


main()
