"""The page that lists what a package holds, for whoever unpacks it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from components.export.texts import plain
from components.outline import Outline
from components.wording import words

BOM = "\ufeff"  # without it old editors of Windows take Korean for something else


def readme(outline: Outline, files: Sequence[tuple[str, str, str]], pictures: bool) -> str:
    """The list as text: ``files`` are (path, what it is, folder); without ``pictures`` it says why there are none."""
    say = words(outline.lang)
    lines = [outline.title, outline.subtitle, outline.brand.name, outline.mark]
    head = [plain(line) for line in lines if line]
    listed = [
        line for folder, held in groupby(files, lambda file: file[2]) for line in _listed(folder, list(held))
    ]
    left_out = [] if pictures else ["", say("package.no_pictures")]
    rules = [say("sources.rule_zero"), say("sources.rule_index"), say("package.terms")]
    told = [*head, "", say("package.files"), *listed, *left_out, "", *rules, "", *_sources(outline)]
    return BOM + "\r\n".join(told) + "\r\n"


def _listed(folder: str, files: Sequence[tuple[str, str, str]]) -> list[str]:
    """The files of a folder, each with what it is."""
    lines = [f"- {path}: {plain(about)}" if about else f"- {path}" for path, about, _ in files]
    return ["", *lines] if folder else lines


def _sources(outline: Outline) -> list[str]:
    """Every document with its date, terms and address."""
    say = words(outline.lang)
    told = [
        " · ".join(
            filter(None, (c.publisher, c.title, c.date, c.licence, c.address or say("citation.no_address")))
        )
        for c in outline.citations
    ]
    return [say("package.sources"), *(f"- {plain(line)}" for line in told)] if told else []
