"""Everything a reader sees has a Korean and an English form."""

import ast
import re
import string
from pathlib import Path

import pytest

from components.wording import LANGUAGES, words
from datasets import problems, terms
from geo import errors

ROOT = Path(__file__).parents[2]
TERMS = {
    "pillar": terms.PILLARS,
    "status": terms.STATUSES + terms.TARGET_STATUSES,
    "confidence": terms.CONFIDENCES,
    "same_survey": terms.SAME_SURVEY,
    "qualifier": terms.QUALIFIERS,
    "decision": terms.DECISIONS,
    "missing": terms.MISSING_REASONS,
    "strategy_level": terms.STRATEGY_LEVELS,
    "facility_kind": terms.FACILITY_KINDS,
    "partnership_kind": terms.PARTNERSHIP_KINDS,
    "organisation_kind": terms.ORGANISATION_KINDS,
    "law_kind": terms.LAW_KINDS,
    "role": terms.ROLES,
    "event_status": terms.EVENT_STATUSES,
    "law_status": terms.LAW_STATUSES,
}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_say_the_same_things() -> None:
    faults = {key for key in words("ko") if key.startswith("fault.")}
    assert set(words("ko")) - faults == set(words("en"))


def test_a_sentence_has_the_same_fields_in_both_languages() -> None:
    ko, en = words("ko"), words("en")
    for key in en:
        assert fields(en.get(key)) <= fields(ko.get(key)) | {"n", "k"}, key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("section", TERMS)
def test_every_controlled_word_is_worded(section: str, lang: str) -> None:
    assert set(TERMS[section]) <= set(words(lang).under(section))


def test_no_english_wording_holds_hangul_and_no_korean_sentence_is_left_in_english() -> None:
    assert not [k for k in words("en") if re.search("[가-힣]", words("en").get(k))]
    korean = [
        k for k in words("ko") if not re.search("[가-힣]", re.sub(r"\{[^}]*\}", "", words("ko").get(k)))
    ]
    letters = [k for k in korean if re.search("[a-z]{3}", re.sub(r"\{[^}]*\}", "", words("ko").get(k)))]
    assert letters == []


def classes(module: object, base: type) -> list[type]:
    return [c for c in vars(module).values() if isinstance(c, type) and issubclass(c, base) and c is not base]


@pytest.mark.parametrize(
    "fault", classes(problems, problems.Problem) + classes(errors, errors.GeoError), ids=lambda c: c.__name__
)
def test_every_fault_is_told_in_korean(fault: type) -> None:
    say = words("ko")
    known = fields(fault.fault) | fields(fault.repair) | {"reason"}  # type: ignore[attr-defined]
    for part in ("fault", "repair"):
        assert fields(say.get(f"fault.{fault.key}.{part}")) <= known, fault  # type: ignore[attr-defined]
        assert say.get(f"fault.{fault.key}.{part}"), fault.key  # type: ignore[attr-defined]


def test_every_wording_asked_for_by_name_exists() -> None:
    known = set(words("ko"))
    for path in [*(ROOT / "components").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "say"
                and node.args
            ):
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    assert key.value in known, f"{path.name}: {key.value}"
