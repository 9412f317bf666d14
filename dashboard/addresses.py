"""Where this dashboard is found from outside: what links and QR codes begin with."""

from __future__ import annotations

import json
import os
import re
from urllib.parse import urlencode, urlsplit

import streamlit as st

DECK = "open"  # the question of an address that carries a deck
LONGEST_LINK = 6000  # characters that browsers, servers and mail programs all carry


def public_url() -> str:
    """The address an operator gives in ``PUBLIC_URL``, without a slash at its end; empty where none or no http(s) one."""
    given = (os.environ.get("PUBLIC_URL") or "").strip().rstrip("/")
    return given if re.fullmatch(r"https?://[\w.:\[\]-]{1,253}(/[\w./~-]*)?", given) else ""


def here() -> str:
    """The address links begin with: the public one, or the one this visitor used."""
    if public := public_url():
        return public
    parts = urlsplit(st.context.url or "")
    base = parts.path.rsplit("/", 1)[0]
    return f"{parts.scheme}://{parts.netloc}{base}" if parts.netloc else ""


def with_deck(text: str) -> str:
    """An address that opens a deck, its text carried as it is; empty where it would be too long."""
    compact = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    link = f"{here()}/deck?{urlencode({DECK: compact})}"
    return link if len(link) <= LONGEST_LINK else ""
