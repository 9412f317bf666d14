"""Profile: what a profile draws, taken from a View: the indicators one region reports, by pillar, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components import absent, captions, cited
from components.labels import amount, clean, period
from components.sheet import Heading
from components.theme import Look
from components.wording import Words, words
from datasets import standing
from datasets.indicators import Indicator
from datasets.terms import PILLARS
from datasets.view import View


@dataclass(frozen=True)
class Track:
    """Places as shares of a line, the best (or largest) at its end: the region's ``own`` and those of the ``others``.

    ``judged`` lines have bands for the best and the last quarter; ``side`` names the one the region stands in.
    """

    own: float
    others: tuple[float, ...]
    judged: bool = False
    side: str = ""


@dataclass(frozen=True)
class Row:
    """One indicator: its name, the region's value, what is told of its period, and its place or why there is none."""

    id: str
    name: str
    value: str
    when: str
    told: str
    hover: str
    tone: str = ""
    track: Track | None = None
    whole: bool = False

    @property
    def weight(self) -> int:
        """How badly a reader would miss the row where there is no room for all."""
        return 3 if self.track and self.track.judged else 2 if self.track else 0 if self.whole else 1


@dataclass(frozen=True)
class Group:
    """The rows of a pillar, or those without a value for one reason, under their name."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Profile:
    """All that is known of one region; ``common`` is the period of the rows that tell none."""

    code: str
    name: str
    groups: tuple[Group, ...]
    common: str
    sources: tuple[str, ...]

    @property
    def rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]


def region_of(view: View, lit: Collection[str]) -> str:
    """Whose profile it is: the first lit region of the view, or the only one; empty where there is none."""
    chosen = [region.code for region in view.regions if region.code in lit]
    alone = [region.code for region in view.regions] if len(view.regions) == 1 else []
    return next(iter(chosen or alone), "")


def profile_of(view: View, look: Look, lit: Collection[str]) -> Profile:
    """The rows of a region by pillar, those with a place first; what others report in its stead comes last."""
    code, say = region_of(view, lit), words(look.lang)
    if not code:
        return Profile("", "", (), "", ())
    table, lacking = (frame.to_dict("records") for frame in standing.standings_and_elsewhere(view, [code]))
    common = _common([row for row in table if row["status"] not in standing.AHEAD])
    meant = {indicator.id: indicator for indicator in view.columns}
    rows = [(meant[row["indicator"]], _row(view, meant[row["indicator"]], row, common, say)) for row in table]
    groups = [*_by_pillar(rows, say), *_by_reason(view, code, meant, lacking, say)]
    cited_ = tuple(
        dict.fromkeys(id_ for row in (*table, *lacking) for id_, _ in cited.pairs(row["source"], ""))
    )
    return Profile(code, view.name(code, look.lang), tuple(groups), common, cited_)


def lines(view: View, table: pd.DataFrame, lacking: pd.DataFrame) -> int:
    """How many lines the profile of a region takes: its rows and the names above them."""
    pillars = {indicator.pillar for indicator in view.columns if indicator.id in set(table["indicator"])}
    return len(table) + len(pillars) + len(lacking) + lacking["missing_reason"].nunique()


def _common(rows: Sequence[dict[Any, Any]]) -> str:
    """The period of at least half of the rows; empty where there is none."""
    periods = Counter(row["period"] for row in rows).most_common(1)
    return periods[0][0] if periods and periods[0][1] * 2 >= len(rows) else ""


def _by_pillar(rows: Sequence[tuple[Indicator, Row]], say: Words) -> Iterable[Group]:
    for pillar in PILLARS:
        members = [row for indicator, row in rows if indicator.pillar == pillar]
        if members:
            yield Group(say(f"pillar.{pillar}"), tuple(sorted(members, key=lambda row: row.track is None)))


def _by_reason(
    view: View, code: str, meant: dict[str, Indicator], lacking: Sequence[dict[Any, Any]], say: Words
) -> Iterable[Group]:
    for reason in dict.fromkeys(row["missing_reason"] for row in lacking):
        rows = (
            _instead(view, code, meant[r["indicator"]], r, say)
            for r in lacking
            if r["missing_reason"] == reason
        )
        yield Group(_capital(say(f"missing.{reason}")), tuple(rows))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _instead(view: View, code: str, indicator: Indicator, row: dict[Any, Any], say: Words) -> Row:
    """What others report where the region has no figure of its own."""
    name, title = clean(indicator.short[say.lang]), clean(indicator.title[say.lang])
    told = absent.known_instead(view, code, pd.Series(row), indicator, say)
    when = _when(indicator, row | {"status": "actual"}, "", say)
    hover = " · ".join(filter(None, [title, told, when]))
    return Row(indicator.id, name, "", when, told, hover, whole=True)


def _row(view: View, indicator: Indicator, row: dict[Any, Any], common: str, say: Words) -> Row:
    title, when = clean(indicator.title[say.lang]), _when(indicator, row, "", say)
    value = captions.value_text({**row, "status": ""}, indicator, say.lang)
    track = None if pd.isna(row["place"]) else _track(row)
    told = place_text(row, say) if track else why_unplaced(indicator, row, len(view.regions), say)
    best = best_text(view, indicator, row, say)
    hover = " · ".join(filter(None, [title, value, when, told, best]))
    tone = row["status"] if row["status"] in standing.AHEAD else ""
    shown = _when(indicator, row, common, say)
    return Row(indicator.id, clean(indicator.short[say.lang]), value, shown, told, hover, tone, track)


def _when(indicator: Indicator, row: dict[Any, Any], common: str, say: Words) -> str:
    """The period unless it is the common one, and the status unless it is a result; of a date only its status."""
    told = "" if indicator.kind == "date" or row["period"] == common else period(row["period"], say.lang)
    status = "" if row["status"] == "actual" else say(f"status.{row['status']}")
    if told and status:
        return say("readings.marked", text=told, word=status)
    return told or status


def _track(row: dict[Any, Any]) -> Track:
    end = row["of"] - 1
    others = tuple((row["of"] - place) / end for place in row["others"])
    return Track((row["of"] - row["place"]) / end, others, row["judged"], row["side"])


def place_text(row: dict[Any, Any], say: Words) -> str:
    """``3위/17곳``; a shared place says so."""
    key = "profile.place_shared" if row["place"] in row["others"] else "profile.place"
    return say(key, place=int(row["place"]), of=row["of"])


def why_unplaced(indicator: Indicator, row: dict[Any, Any], n: int, say: Words) -> str:
    """Why there is no place: no number, no result, no comparison, or too few that report."""
    if indicator.kind != "number":
        return say("strip.of", n=n, k=row["of"])
    if row["status"] in standing.AHEAD:
        return say("profile.ahead")
    if indicator.incomparable[say.lang] and row["of"] >= captions.FEWEST:
        return say("profile.incomparable")
    return say("profile.few", k=row["of"])


def best_text(view: View, indicator: Indicator, row: dict[Any, Any], say: Words) -> str:
    """Who is best and with what: ``가장 나은 곳: 서울 12조 원``; empty where nobody may be called so."""
    if not row["best"]:
        return ""
    value = amount(row["best_value"], indicator.unit, say.lang, indicator.decimals)
    return say("profile.best", name=view.name(row["best"], say.lang), value=value)


def heading(view: View, look: Look, lit: Collection[str], title: str = "") -> Heading:
    """Whose profile, how many indicators and places, the period the rows do not tell, and the documents of the rows."""
    return heading_of(profile_of(view, look, lit), view, look, title)


def heading_of(profile: Profile, view: View, look: Look, title: str = "") -> Heading:
    """The heading of a profile that is read already."""
    say = words(look.lang)
    placed = sum(row.track is not None for row in profile.rows)
    counted = say("profile.counted", n=len(profile.rows), k=placed) if profile.code else ""
    common = say("profile.common", period=period(profile.common, look.lang)) if profile.common else ""
    subtitle = " · ".join(filter(None, [counted, common, captions.basis(view, look.lang)]))
    own = title or (say("profile.title", region=profile.name) if profile.code else say("profile.nobody"))
    known = [cited.brief(source, say) for source in view.sources if source.id in profile.sources]
    foot = (say("chart.source", sources=cited.joined(known, say)),) if known else ()
    return Heading(clean(own), subtitle, foot, captions.mark(view.edition, say))


def alt(view: View, lang: str, lit: Collection[str], title: str = "") -> str:
    """The profile in sentences: how much is known, and what the region is strong and weak in."""
    say, code = words(lang), region_of(view, lit)
    if not code:
        return say("profile.nobody")
    name, table = view.name(code, lang), standing.standings(view, [code])
    told = [say("profile.alt", region=name, n=len(table), k=int(table["place"].notna().sum()))]
    meant = {indicator.id: clean(indicator.short[lang]) for indicator in view.columns}
    for side in (standing.STRENGTH, standing.WEAKNESS):
        names = [meant[id_] for id_ in table.loc[table["side"] == side, "indicator"]]
        told += [say(f"profile.alt_{side}", names=say.list(names))] if names else []
    return " ".join(told)
