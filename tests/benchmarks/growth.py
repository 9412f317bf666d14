"""Print what the data cost as they grow: loading, one view, each figure, memory.

usage: python -m tests.benchmarks.growth [--runs 5]

Two sizes: the committed data, and generated ones of 250 regions × 200 indicators × 10 years. Then each dimension is
doubled alone: a ratio of 2 is linear growth. Views are measured cold: each on an indicator nobody has asked for yet.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from components.chart import KINDS, Chart
from components.charts.choropleth import Shapes
from components.theme import PRESETS, Look
from datasets import catalog as catalogs
from datasets import tables
from datasets.catalog import Catalog
from datasets.terms import PILLARS
from geo import boundaries
from geo.regions import Regions
from tests import examples

LEVEL = "made"  # of the generated regions, which no map knows
LARGE = (250, 200, 10)  # regions, indicators, years


def generate(folder: Path, regions: int, indicators: int, years: int) -> tuple[Path, Regions]:
    """A made-up data folder of a size, and regions to read it with."""
    known = Regions.load()
    pattern = known.of(catalogs.LEVEL)[0]
    made = tuple(
        replace(
            pattern,
            code=f"made-{n:03d}",
            level=LEVEL,
            order=n,
            parent=known.codes(catalogs.LEVEL)[n % 17],
            groups=(),
        )
        for n in range(regions)
    )
    basis = replace(known.bases(catalogs.LEVEL)[0], id=LEVEL, level=LEVEL)
    examples.write_folder(folder)
    draw = random.Random(7)
    for number in range(indicators):
        path = examples.write_indicator(folder, f"made_{number:03d}", {}, pillar=PILLARS[number % 6])
        path.write_text(path.read_text(encoding="utf-8").replace('"sido"', f'"{LEVEL}"'), encoding="utf-8")
        with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(tables.OBSERVATIONS.columns)
            for region in made:
                for year in range(years):
                    cells = [
                        region.code,
                        2016 + year,
                        round(draw.random() * 1000, 1),
                        "actual",
                        "exact",
                        "example",
                    ]
                    rows.writerow([*cells, f"table {number}, {region.code}", "", "", "", "", "", ""])
    return folder, Regions(known.rows + made, (*known.basis_rows, basis), known.changes)


def milliseconds(runs: int, act: Callable[[int], object]) -> list[float]:
    """How long an act took, once a run; it is told which run this is."""
    found = []
    for run in range(runs):
        started = time.perf_counter()
        act(run)
        found.append((time.perf_counter() - started) * 1000)
    return found


def show(name: str, values: list[float], aim: float = 0) -> None:
    """One line: median, smallest, largest, and the aim."""
    aimed = f"   aim ≤ {aim:g}" if aim else ""
    print(
        f"{name:<52}{statistics.median(values):9.1f} ms   {min(values):8.1f} … {max(values):8.1f}{aimed}",
        flush=True,
    )


def resident() -> float:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(
    name: str, folder: Path, regions: Regions, level: str, runs: int, aims: tuple[float, ...]
) -> None:
    """Loading, one view and every figure of a data folder."""
    before = resident()
    show(f"{name}: load", milliseconds(runs, lambda _: catalogs.load(folder, regions)), aims[0])
    catalog = catalogs.load(folder, regions)
    ids = [i.id for i in catalog.indicators.values() if i.kind == "number"]
    show(
        f"{name}: one view, cold",
        milliseconds(min(20, len(ids)), lambda n: catalog.view(ids[n], level=level)),
        aims[1],
    )
    drawn(catalog, level, name, runs, aims[2])
    print(f"{name}: memory {before:.0f} → {resident():.0f} MB")


def drawn(catalog: Catalog, level: str, name: str, runs: int, aim: float) -> None:
    """Every kind drawn from a view of its own each time; what is imported and kept the first time is not the figure."""
    for kind, look_at, draw in figures(catalog, level):
        views = [look_at() for _ in range(runs + 1)]
        draw(views[0])
        show(f"{name}: figure {kind}", milliseconds(runs, lambda run, d=draw, v=views: d(v[run + 1])), aim)


def figures(catalog: Catalog, level: str) -> Iterator[tuple[str, Callable, Callable]]:
    """Every kind that draws indicators: how it gets its view, and how it is drawn from one on a slide."""
    look = Look().at(PRESETS["slide"])
    wide = [i.id for i in catalog.offered(level) if catalog.view(i.id, level=level).reach.k >= 12]
    numbers = [id_ for id_ in wide if catalog.indicator(id_).kind == "number"]
    dates = [id_ for id_ in wide if catalog.indicator(id_).kind == "date"]
    lit = tuple(region.code for region in catalog.view(numbers[0], level=level).regions[:1])
    for kind, drawn in KINDS.items():
        ids = {"scatter": numbers[:2], "dated_dots": dates[:1]}.get(kind, numbers[:1])
        if kind in ("multiples", "profile", "standings", "coverage"):
            ids = numbers[:12]
        if (
            not ids
            or kind in ("strategy_tree", "matrix", "timeline", "target_bullet", "verdicts")
            or (drawn.shapes and level == LEVEL)
        ):
            continue
        chart = Chart(kind, tuple(ids), level=level, lit=lit)
        material = chart.material(catalog)
        codes = [region.code for region in material.regions]  # type: ignore[union-attr]
        shapes = Shapes(boundaries.shapes(codes), boundaries.hatch(codes)) if drawn.shapes else None
        if kind == "tile_map" and not any(region.tile_row for region in material.regions):  # type: ignore[union-attr]
            continue
        yield (
            kind,
            lambda chart=chart: chart.material(catalog),
            lambda view, chart=chart, shapes=shapes: chart.figure(view, look, shapes),
        )


def growth(runs: int) -> None:
    """Each dimension doubled alone."""
    base = (60, 50, 5)
    for place, dimension in enumerate(("regions", "indicators", "years")):
        costs = []
        for factor in (1, 2, 4):
            size = [n * (factor if at == place else 1) for at, n in enumerate(base)]
            with tempfile.TemporaryDirectory() as folder:
                made, regions = generate(Path(folder), *size)
                loaded = milliseconds(
                    runs, lambda _, made=made, regions=regions: catalogs.load(made, regions)
                )
                catalog = catalogs.load(made, regions)
                viewed = milliseconds(20, lambda n, c=catalog: c.view(f"made_{n:03d}", level=LEVEL))
                costs.append((statistics.median(loaded), statistics.median(viewed)))
        for what, at in (("load", 0), ("view", 1)):
            ratios = " ".join(f"×{later[at] / costs[0][at]:.2f}" for later in costs)
            print(f"growth of {what} with {dimension} ×1 ×2 ×4: {ratios}   ({costs[0][at]:.1f} ms at {base})")


def main(runs: int) -> None:
    measure("committed", catalogs.FOLDER, Regions.load(), catalogs.LEVEL, runs, (300, 5, 30))
    with tempfile.TemporaryDirectory() as folder:
        made, regions = generate(Path(folder), *LARGE)
        measure("250 × 200 × 10", made, regions, LEVEL, runs, (1500, 20, 120))
    for level in Regions.load().levels():
        catalog = catalogs.load()
        if level != catalogs.LEVEL and catalog.regions.bases(level) and catalog.offered(level):
            drawn(catalog, level, level, runs, 120)
    growth(runs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    main(parser.parse_args().runs)
