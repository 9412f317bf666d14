"""The button that prints a page: the browser's own print, which also makes a PDF."""

from __future__ import annotations

from streamlit.components.v2 import component

_JS = """export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => window.print();
}"""
_CSS = """button {
  min-height: 40px; padding: 8px 16px; border: 1px solid color-mix(in srgb, var(--st-text-color) 50%, var(--st-background-color));
  border-radius: 6px; background: var(--st-background-color); color: var(--st-text-color); font: 400 15px/22px var(--st-font); cursor: pointer;
}
button:hover { border-color: var(--st-link-color); color: var(--st-link-color); }
button:focus-visible { outline: 3px solid var(--st-link-color); outline-offset: 2px; }
@media print { button { display: none; } }"""

_button = component("regional_print", html='<button type="button"></button>', js=_JS, css=_CSS)


def button(label: str) -> None:
    """A button with this label that opens the browser's print dialogue; it does not print itself."""
    _button(key="print", data={"label": label})
