"""Every chart kind in every format, both languages, both bases: a file each time, or a stated reason."""

from __future__ import annotations

from functools import cache

import pytest

from components.chart import KINDS
from components.exhibit import Exhibit
from components.export.formats import FORMATS
from components.export.renderer import Job, renderer
from components.theme import PRESETS, Look
from datasets import catalog
from tests import matrix
from tests.kinds import BASES

CATALOG = catalog.load()


@cache
def exhibits(lang: str, basis: str) -> dict[str, Exhibit]:
    return matrix.exhibits(CATALOG, lang, basis)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("lang", matrix.LANGS)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_kind_is_written_in_every_format(format_: str, lang: str, basis: str) -> None:
    assert matrix.refused(exhibits(lang, basis), format_) == {}


def test_every_kind_becomes_a_picture_and_rows() -> None:
    """Every second kind in English on the younger basis, the others in Korean on the older."""
    drawn, size = renderer(), PRESETS["half"]
    assert drawn is not None
    pairs = list(zip(matrix.LANGS, BASES, strict=True))
    shown = [exhibits(*pairs[n % 2])[kind] for n, kind in enumerate(KINDS)]
    jobs = [Job(each.figure(Look(each.lang, size=size)), "svg", size.width, size.height) for each in shown]
    pictures = list(drawn.pictures(jobs))
    assert len(pictures) == len(KINDS) and all(b"<svg" in picture[:200] for picture in pictures)
    assert all(each.chart.csv(each.material, each.lang).count("\r\n") > 2 for each in shown)


def test_the_page_that_shows_the_matrix_is_up_to_date() -> None:
    shown = matrix.PAGE.read_text(encoding="utf-8")
    print(shown)
    assert shown == matrix.page(CATALOG), "run python -m tests.matrix"
