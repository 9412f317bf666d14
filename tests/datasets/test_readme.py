"""The written catalogue says what the data say."""

from __future__ import annotations

from datasets import catalog, readme

CATALOG = catalog.load()
PAGE = (catalog.FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_written_catalogue_is_up_to_date() -> None:
    assert readme.readme(CATALOG) == PAGE, "run python -m datasets.readme"


def test_every_indicator_and_document_stands_in_it() -> None:
    for id_ in (*CATALOG.indicators, *CATALOG.sources):
        assert f"| `{id_}` |" in PAGE


def test_a_page_that_fell_behind_is_told(tmp_path, capsys) -> None:
    from tests import examples

    examples.full(tmp_path)
    assert readme.main(tmp_path, check=True) == 1 and "fallen behind" in capsys.readouterr().err
    assert readme.main(tmp_path, check=False) == 0 and readme.main(tmp_path, check=True) == 0
