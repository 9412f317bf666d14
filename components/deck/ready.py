"""Ready-made decks: the deck files that stand beside the data, by the name of their file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from components.deck import Deck
from components.deck.files import MOST_BYTES, read
from datasets.catalog import Catalog
from datasets.problems import Problem, UnreadableFile

FOLDER = "decks"


def ready(folder: Path, catalog: Catalog) -> tuple[Mapping[str, Deck], tuple[Problem, ...]]:
    """The decks in ``folder/decks`` and what is wrong with their files; a slide that cannot be shown is left out."""
    decks: dict[str, Deck] = {}
    faults: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.json")):
        place = f"{FOLDER}/{path.name}"
        try:
            with path.open("rb") as file:
                decks[path.stem], left_out = read(file.read(MOST_BYTES + 1), catalog, place)
            faults += left_out
        except OSError as error:
            faults.append(UnreadableFile(place, reason=error.strerror or "", kind="JSON"))
        except Problem as problem:
            faults.append(problem)
    return decks, tuple(faults)
