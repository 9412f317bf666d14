"""Print how long documents take and what they weigh: fifteen charts in every format, pictures, and ten decks at once.

usage: python -m tests.benchmarks.documents [--runs 5]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from components.deck import Deck, Item
from components.deck.files import write
from components.export import package
from components.export.formats import FORMATS
from components.export.renderer import Renderer, renderer
from components.outline import Outline, of_deck
from components.theme import PRESETS, Look
from datasets import catalog
from datasets.texts import Text
from tests.kinds import fifteen

LOOK = Look(size=PRESETS["slide"])
DECKS, WORKERS = 10, 2  # as many workers as dashboard.work has
AIMS = {"pptx": 0.4, "xlsx": 0.1, "hwpx": 0.4, "html": 0.5}  # seconds; hwpx with its pictures given
FIRST, WARM, WHOLE = 4, 0.4, 20


class Given:
    """A renderer that has every picture already: what a document costs without its pictures."""

    def __init__(self, real: Renderer) -> None:
        self._real = real
        self._kept: dict[tuple, bytes] = {}

    def picture(self, figure: object, *asked: object, **more: object) -> bytes:
        if asked not in self._kept:
            self._kept[asked] = self._real.picture(figure, *asked, **more)  # type: ignore[arg-type]
        return self._kept[asked]


def line(name: str, seconds: Sequence[float], aim: float, note: str = "") -> None:
    """One line: median, smallest, largest, and the aim."""
    middle = statistics.median(seconds)
    print(
        f"{name:<40}{middle * 1000:9.0f} ms {min(seconds) * 1000:8.0f} … {max(seconds) * 1000:6.0f}"
        f"   aim {aim * 1000:.0f}   ×{middle / aim:.2f}  {note}",
        flush=True,
    )


def timed(make: Callable[[], bytes], runs: int) -> tuple[list[float], bytes]:
    """Seconds of each run after one to warm up, and what was made."""
    made, seconds = make(), []
    for _ in range(runs):
        started = time.perf_counter()
        made = make()
        seconds.append(time.perf_counter() - started)
    return seconds, made


def documents(outline: Outline, drawn: Renderer | None, runs: int) -> None:
    given = Given(drawn) if drawn else None
    for name, aim in AIMS.items():
        seconds, made = timed(lambda name=name: FORMATS[name].write(outline, LOOK, given), runs)  # type: ignore[arg-type]
        line(f"{name}, {len(outline.slides)} slides", seconds, aim, f"{len(made) / 1e6:.2f} MB")


def pictures(outline: Outline, drawn: Renderer, runs: int) -> None:
    figure, size = outline.exhibits[0].figure(LOOK), LOOK.size
    ask = lambda: drawn.picture(figure, "png", size.width, size.height, size.ratio * 2)  # noqa: E731
    started = time.perf_counter()
    ask()
    line("PNG 1920×1080 @2×, first", [time.perf_counter() - started], FIRST)
    seconds, made = timed(ask, runs)
    line("PNG 1920×1080 @2×, warm", seconds, WARM, f"{len(made) / 1e6:.2f} MB")


def whole(deck: Deck, outline: Outline, drawn: Renderer | None) -> None:
    """The ZIP of everything, with the steps it reports."""
    steps: list[str] = []
    writers = {name: lambda it=it: it.write(outline, LOOK, drawn) for name, it in FORMATS.items()}
    started = time.perf_counter()
    made = package.write(
        outline, LOOK, drawn, writers, extra={"deck.json": write(deck).encode()}, tell=lambda *told: steps.append(told[2])
    )  # fmt: skip
    taken = time.perf_counter() - started
    line(
        "ZIP of 15 charts, all formats", [taken], WHOLE, f"{len(made) / 1e6:.1f} MB, {len(steps)} steps told"
    )


def memory(outline: Outline) -> None:
    """Ten decks asked for at once, as many at work as the dashboard allows: the most memory ever held."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    started = time.perf_counter()
    with ThreadPoolExecutor(WORKERS) as pool:
        jobs = [pool.submit(FORMATS["pptx"].write, outline, LOOK, None) for _ in range(DECKS)]
        weight = sum(len(job.result()) for job in jobs) / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{DECKS} decks at once, {WORKERS} at work: {time.perf_counter() - started:.1f} s, {weight:.1f} MB of files, "
        f"memory at most {before:.0f} → {most:.0f} MB (+{most - before:.0f}, ×{most / before:.2f})"
    )


def main(runs: int) -> None:
    known = catalog.load()
    deck = Deck(Text("열다섯 차트", "Fifteen charts"), items=tuple(Item(chart) for chart in fifteen()))
    outline, drawn = of_deck(deck, known, "ko"), renderer()
    if drawn:
        pictures(outline, drawn, runs)
    documents(outline, drawn, runs)
    whole(deck, outline, drawn)
    memory(outline)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    main(parser.parse_args().runs)
