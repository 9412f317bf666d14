"""Strategy tree: a plan and everything under it, as boxes from left to right; many plans as cards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import plotly.graph_objects as go

from components import captions, measure
from components.board import CENTRE, LEADING, Board, Glyph, draw_legend, legend_height
from components.labels import clean
from components.sheet import room as room_of
from components.sheet import sheet
from components.theme import Look
from components.wording import Words, words
from datasets.records import Records

STEPS = (1.0, 0.93, 0.87, 0.8)  # type sizes tried, largest first
MOST_TREES = 3  # from four plans on, an overview of cards reads better
UNNAMED, LIST = "unnamed", "list"
BARE = -1  # lines of a card that is only a name with one line of marks, without a box


def strategy_tree(records: Records, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """A plan with its strategies, tasks and projects, each with its decision status and tentative marks.

    Parts a document counts but does not name stand as one hatched box with their number. ``lit`` are region codes
    whose boxes stand out. Up to three plans are drawn as trees (on a phone as an indented list), more as cards. Where
    a tree is too large for the size, parts without parts are gathered into one box, then the deepest levels are
    folded and counted: no name is drawn too small to read, and what is folded is said.
    """
    figure, say = go.Figure(), words(look.lang)
    heading = captions.of_records(records, look, title or say("table.strategies"))
    space = room_of(heading, look)
    forest = _forest(records, look, lit)
    plan = _plan(forest, look, space.width, space.height, say)
    board = Board(figure, look, sheet(figure, heading, look))
    plan.draw(board, say)
    _draw_legend(board, plan, say)
    return board.finish()


# --- what is drawn: nodes ---


@dataclass(frozen=True)
class Node:
    """One box: a strategy, the parts a document does not name (``level`` unnamed), or gathered leaves (list)."""

    id: str
    name: str
    level: str
    marks: str = ""
    decision: str = ""
    decided: bool = True
    above: str = ""
    lit: bool = False
    folded: int = 0
    hover: str = ""
    children: tuple[Node, ...] = ()

    @property
    def leaves(self) -> int:
        return sum(child.leaves for child in self.children) or 1

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)

    @property
    def size(self) -> int:
        """How many parts stand below, unnamed ones by their number."""
        return sum(child.size + (child.folded if child.level == UNNAMED else 1) for child in self.children)


def _forest(records: Records, look: Look, lit: Collection[str]) -> list[Node]:
    """The trees of the records: a row whose parent is not among them is a root."""
    rows = records.frame.to_dict("records")
    ids = {row["id"] for row in rows}
    below: dict[str, list[dict[Any, Any]]] = {}
    for row in rows:
        below.setdefault(row["parent"] if row["parent"] in ids else "", []).append(row)
    return [_node(row, below, records, look, lit) for row in below.get("", [])]


def _node(
    row: dict[Any, Any],
    below: dict[str, list[dict[Any, Any]]],
    records: Records,
    look: Look,
    lit: Collection[str],
) -> Node:
    say = words(look.lang)
    parts = [_node(child, below, records, look, lit) for child in below.get(row["id"], [])]
    hidden = records.unnamed.get(row["id"], 0)
    if hidden > 0:
        parts.append(Node(f"{row['id']}*", say("strategy_tree.unnamed", n=hidden), UNNAMED, folded=hidden))
    parent = records.names.get(row["parent"])
    name = clean(row[look.lang])
    decision = say(f"decision.{row['decision']}") if row["decision"] else ""
    marks = " · ".join(say.get(f"tentative.{mark}", mark) for mark in row["tentative"].split(";") if mark)
    hover = " · ".join(
        filter(None, [name, say(f"strategy_level.{row['level']}") if row["level"] else "", decision, marks])
    )
    return Node(
        row["id"], name, row["level"], marks, decision, row["decision"] != "unstated",
        above=clean(parent[look.lang]) if parent else "",
        lit=not set(row["region"].split(";")).isdisjoint(lit),
        hover=hover, children=tuple(parts),
    )  # fmt: skip


def gathered(node: Node, say: Words, depth: int = 0) -> Node:
    """The tree with every group of two or more bare leaves ``depth`` levels down, or deeper, written as one list."""
    named = [child for child in node.children if child.level != UNNAMED]
    if depth > 1 or len(named) < 2 or any(child.children for child in named):
        return replace(node, children=tuple(gathered(child, say, depth - 1) for child in node.children))
    text = " / ".join(_text(child, say) for child in named)
    hidden = sum(child.folded for child in named)
    listed = Node(named[0].id, text, LIST, lit=any(child.lit for child in named), folded=hidden, hover=text)
    return replace(node, children=(listed, *(child for child in node.children if child.level == UNNAMED)))


def folded(node: Node, depth: int) -> Node:
    """The tree cut below ``depth`` levels; a cut node says how many parts stand below it."""
    if depth <= 1 and node.children:
        return replace(node, children=(), folded=node.size)
    return replace(node, children=tuple(folded(child, depth - 1) for child in node.children))


def _with_marks(node: Node) -> str:
    return f"{node.name} ({node.marks})" if node.marks else node.name


def _walk(forest: Sequence[Node], depth: int = 0) -> Iterator[tuple[Node, int]]:
    for node in forest:
        yield node, depth
        yield from _walk(node.children, depth + 1)


def _text(node: Node, say: Words) -> str:
    """The whole label of a box: name, tentative mark, and how many parts are folded away."""
    text = _with_marks(node)
    return (
        f"{text} {say('strategy_tree.below', n=node.folded)}"
        if node.folded and node.level not in (UNNAMED, LIST)
        else text
    )


# --- how it is laid out ---


@dataclass(frozen=True)
class Plan:
    """A layout that fits: ``form`` tree, outline or cards; the nodes it shows; type size; height without legend."""

    form: str
    forest: tuple[Node, ...]
    size: float
    height: float
    widths: tuple[float, ...] = ()
    columns: int = 1
    lines: int = 0

    @property
    def between(self) -> float:
        """The gap between cards."""
        return self.size * (0.4 if self.lines == BARE else 0.8)

    def draw(self, board: Board, say: Words) -> None:
        {"tree": _draw_tree, "outline": _draw_outline, "cards": _draw_cards}[self.form](board, self, say)


def _plan(forest: Sequence[Node], look: Look, width: float, height: float, say: Words) -> Plan:
    """The most detailed layout that fits, at the largest type size that fits it."""
    if len(forest) > MOST_TREES:
        return _plan_cards(tuple(forest), look, width, height, say)
    shown = tuple(forest)
    for shown in _details(forest, say):
        free = height - _legend_room(shown, look, width, say)
        for step in STEPS:
            plan = _try(shown, look, width, free, look.size.type(step), say)
            if plan:
                return plan
    return Plan("outline", shown, look.size.type(STEPS[-1]), height - _legend_room(shown, look, width, say))


def _legend_room(forest: Sequence[Node], look: Look, width: float, say: Words) -> float:
    need = legend_height(_glyphs(forest, look, say), width, look.size.type(0.8))
    return need + look.size.type(0.5) if need else 0


def _details(forest: Sequence[Node], say: Words) -> Iterator[tuple[Node, ...]]:
    """The forest in falling detail: whole, with leaves gathered from the deepest level up, then with ever fewer levels."""
    deepest = max((node.depth for node in forest), default=1)
    for depth in range(deepest, 0, -1):
        shown = tuple(folded(node, depth) for node in forest)
        yield shown
        for level in range(depth - 1, 0, -1):
            fewer = tuple(gathered(node, say, level) for node in shown)
            if fewer != shown:
                yield fewer


def _try(
    forest: tuple[Node, ...], look: Look, width: float, height: float, size: float, say: Words
) -> Plan | None:
    widths = _widths(forest, width, size, say)
    if widths:
        need = sum(_need(node, 0, widths, size, say) for node in forest) + _between(size) * (len(forest) - 1)
        return Plan("tree", forest, size, height, widths) if need <= height else None
    need = sum(_row_height(node, depth, width, size, say) for node, depth in _walk(forest))
    return Plan("outline", forest, size, height) if need <= height else None


def _gap(size: float) -> float:
    return round(size * 0.22, 1)


def _between(size: float) -> float:
    return size * 0.8


def _inset(size: float) -> float:
    return size * 0.6


def _widths(forest: Sequence[Node], width: float, size: float, say: Words) -> tuple[float, ...]:
    """Widths of the columns: at least the longest word, more where texts are long; empty when the room is too narrow."""
    depth = max((node.depth for node in forest), default=1)
    least, wish = [6 * size] * depth, [6 * size] * depth
    for node, at in _walk(forest):
        text, bold, around = _text(node, say), at < 2, 2 * _inset(size) + size * 0.4
        least[at] = max(least[at], measure.longest(text, size, bold) * 1.03 + around)
        if node.decision and at < 2:
            least[at] = max(least[at], measure.width(node.decision, size * 0.85) * 1.06 + around + size)
        lines = max(1, min(3, node.leaves)) if node.children else (3 if node.level == LIST else 1)
        wish[at] = max(wish[at], least[at], measure.width(text, size, bold) * 1.05 / lines + around)
    room = width - _gap(size) * 2 * (depth - 1)
    if sum(least) > room or room / depth < 9 * size:
        return ()
    spare = room - sum(least)
    hunger = [w - low for w, low in zip(wish, least, strict=True)]
    if sum(hunger) > spare:
        return tuple(low + spare * h / sum(hunger) for low, h in zip(least, hunger, strict=True))
    over = (spare - sum(hunger)) / sum(wish)
    return tuple(w * (1 + over) for w in wish)


def _lines(node: Node, depth: int, width: float, size: float, say: Words) -> list[str]:
    lines = measure.wrap(
        _text(node, say), width - 2 * _inset(size) - size * 0.4, size, bold=_bold(node, depth), most=12
    )
    return _tied(lines) if node.level == LIST else lines


def _tied(lines: list[str]) -> list[str]:
    """Lines of a list in which no line begins with the stroke between two names."""
    tied = lines[:1]
    for line in lines[1:]:
        if line.startswith("/ "):
            tied[-1], line = f"{tied[-1]} /", line[2:]
        tied.append(line)
    return tied


def _bold(node: Node, depth: int) -> bool:
    return depth < 2 and node.level not in (LIST, UNNAMED)


def _caption(node: Node, depth: int, say: Words) -> str:
    """The word above a name that has parts: strategy, programme, domain …"""
    return say.get(f"strategy_level.{node.level}") if depth and node.children else ""


def _own(node: Node, depth: int, width: float, size: float, say: Words) -> float:
    """Height of a box for its own text, with the line of its decision."""
    extra = size * 1.7 * bool(node.decision and depth < 2) + size * 0.8 * LEADING * bool(
        _caption(node, depth, say)
    )
    return len(_lines(node, depth, width, size, say)) * size * LEADING + size * 0.45 + extra


def _need(node: Node, depth: int, widths: Sequence[float], size: float, say: Words) -> float:
    below = sum(_need(child, depth + 1, widths, size, say) for child in node.children) + _gap(size) * max(
        len(node.children) - 1, 0
    )
    return max(_own(node, depth, widths[depth], size, say), below)


# --- the tree: columns from left to right ---


def _draw_tree(board: Board, plan: Plan, say: Words) -> None:
    needs = [_need(node, 0, plan.widths, plan.size, say) for node in plan.forest]
    spare = plan.height - sum(needs) - _between(plan.size) * (len(needs) - 1)
    stretch = min(1 + spare / max(sum(needs), 1), 1.9)
    y = 0.0
    for node, need in zip(plan.forest, needs, strict=True):
        _draw_branch(board, plan, node, 0, 0.0, y, need * stretch, say)
        y += need * stretch + _between(plan.size)


def _draw_branch(
    board: Board, plan: Plan, node: Node, depth: int, x: float, y: float, height: float, say: Words
) -> None:
    width = plan.widths[depth]
    _draw_box(board, node, depth, x, y, width, height, plan.size, say)
    gap = _gap(plan.size)
    needs = [_need(child, depth + 1, plan.widths, plan.size, say) for child in node.children]
    free = height - gap * max(len(needs) - 1, 0)
    for child, need in zip(node.children, needs, strict=True):
        share = need * free / sum(needs)
        _draw_branch(board, plan, child, depth + 1, x + width + 2 * gap, y, share, say)
        y += share + gap


def _draw_box(
    board: Board,
    node: Node,
    depth: int,
    x: float,
    y: float,
    width: float,
    height: float,
    size: float,
    say: Words,
) -> None:
    """One box with its text: plans filled, parts outlined, unnamed parts hatched."""
    colours, left = board.look.palette, x + _inset(size) + size * 0.15
    edge = colours.lit if node.lit else colours.border
    if node.level == UNNAMED:
        board.hatch(x, y, width, height)
        board.box(x, y, width, height, edge=colours.planned, dash="dot")
    else:
        board.box(x, y, width, height, fill=_fill(board.look, depth), edge=edge, line=1.5 if node.lit else 1)
    if depth == 0 or node.lit:
        board.box(
            x, y, size * 0.28, height, fill=colours.lit if node.lit else colours.link, radius=size * 0.14
        )
    need = _own(node, depth, width, size, say)
    _write_box(
        board,
        node,
        depth,
        left,
        y + size * 0.22 + (max((height - need) / 2, 0) if depth else size * 0.3),
        width,
        size,
        say,
    )
    board.point(x + width / 2, y + height / 2, node.id.rstrip("*"), node.hover or node.name)


def _write_box(
    board: Board, node: Node, depth: int, x: float, y: float, width: float, size: float, say: Words
) -> None:
    """Level, name and decision, one below the other."""
    colours = board.look.palette
    lines, caption = _lines(node, depth, width, size, say), _caption(node, depth, say)
    if caption:
        y += board.text(x, y, caption, size * 0.8, colours.muted)
    if node.level == UNNAMED:
        _blank_behind(board, lines, x, y, size)
    y += board.text(
        x, y, lines, size, colours.lit_text if node.lit else colours.text, bold=_bold(node, depth)
    )
    if node.decision and depth < 2:
        _draw_pill(
            board, node.decision, x, y + size * 0.3, size * 0.85, width - 2 * _inset(size), node.decided
        )


def _blank_behind(board: Board, lines: Sequence[str], x: float, y: float, size: float) -> None:
    """A plain ground under words that stand on a hatch."""
    width = max(measure.width(line, size) for line in lines)
    board.cover(
        x - size * 0.3, y + size * 0.06, width + size * 0.6, len(lines) * size * LEADING - size * 0.12
    )


def _fill(look: Look, depth: int) -> str:
    colours = look.palette
    return (colours.plain, colours.band)[depth] if depth < 2 else colours.surface


def _draw_pill(board: Board, text: str, x: float, y: float, size: float, most: float, known: bool) -> float:
    """A word in a small outlined box, as KRDS draws a status; quiet where no status is known. Returns its width."""
    colours = board.look.palette
    ink = colours.link if known else colours.muted
    text = measure.shorten(text, most - size, size)
    width = measure.width(text, size) * 1.03 + size * 0.9
    board.box(
        x,
        y,
        width,
        size * 1.5,
        fill=colours.surface,
        edge=ink,
        radius=size * 0.3,
        dash="solid" if known else "dot",
    )
    board.text(x + width / 2, y + size * 0.77, text, size, ink, side=CENTRE, level="middle")
    return width


# --- the outline: for a phone ---


def _indent(size: float) -> float:
    return size * 0.95


def _row_height(node: Node, depth: int, width: float, size: float, say: Words) -> float:
    return _own(node, depth, width - depth * _indent(size), size, say) + _gap(size)


def _draw_outline(board: Board, plan: Plan, say: Words) -> None:
    rows = [
        (node, depth, _row_height(node, depth, board.room.width, plan.size, say))
        for node, depth in _walk(plan.forest)
    ]
    stretch = min(plan.height / max(sum(height for *_, height in rows), 1), 1.35)
    y = 0.0
    for node, depth, height in rows:
        if y + height * stretch > plan.height + 1:
            break
        x = depth * _indent(plan.size)
        for level in range(depth):
            line = (level + 0.45) * _indent(plan.size)
            board.line(
                [(line, y - _gap(plan.size)), (line, y + height * stretch - _gap(plan.size))],
                board.look.palette.border,
            )
        _draw_box(
            board, node, depth, x, y, board.room.width - x, height * stretch - _gap(plan.size), plan.size, say
        )
        y += height * stretch


# --- the cards: many plans at a glance ---


def _plan_cards(forest: tuple[Node, ...], look: Look, width: float, height: float, say: Words) -> Plan:
    """Cards in rows: as many lines of parts as fit, then smaller type, then more columns, at last a bare index."""
    tries = [
        (lines, step, columns)
        for lines in (6, 4, 3, 2, 1, 0, BARE)
        for step in STEPS
        for columns in _columns(look, width, step)
    ]
    legend = _legend_room(forest, look, width, say)
    plan = Plan("cards", forest, look.size.type(STEPS[-1]), height, columns=1)
    for lines, step, columns in tries:
        free = height if lines == BARE else height - legend
        plan = Plan("cards", forest, look.size.type(step), free, columns=columns, lines=lines)
        if sum(_row_heights(plan, width, say)) <= free:
            return plan
    return plan


def _columns(look: Look, width: float, step: float) -> range:
    """How many columns of cards a width takes, fewest first; a card is at least 15 type sizes wide."""
    return range(1, max(1, int(width / (15 * look.size.type(step)))) + 1)


def _card_width(plan: Plan, width: float) -> float:
    return (width - (plan.columns - 1) * plan.between) / plan.columns


@dataclass(frozen=True)
class _Card:
    """The texts of a card, broken into lines."""

    above: list[str]
    name: list[str]
    status: str
    parts: list[str]
    unnamed: str
    bare: bool = False

    def height(self, size: float) -> float:
        small = size * 0.87
        if self.bare:
            return (len(self.name) * size + len(self.parts) * small) * LEADING + size * 0.1
        height = (
            len(self.above) * small * LEADING
            + len(self.name) * size * LEADING
            + len(self.parts) * small * LEADING
        )
        height += small * 2.1 * bool(self.status) + small * 1.9 * bool(self.unnamed)
        return height + size * (1.3 if self.parts or self.status or self.unnamed else 1.0)


def _card(node: Node, plan: Plan, width: float, say: Words) -> _Card:
    inner, size = width - 2.2 * _inset(plan.size), plan.size
    small = size * 0.87
    named = [_with_marks(child) for child in node.children if child.level != UNNAMED]
    unnamed = next((child.name for child in node.children if child.level == UNNAMED), "")
    if plan.lines == BARE:
        told = " · ".join(
            filter(
                None,
                [
                    node.decision,
                    node.marks,
                    say("strategy_tree.parts", n=node.size) if node.size else "",
                    unnamed,
                ],
            )
        )
        lines = measure.wrap(told, inner, small, most=2) if told else []
        return _Card([], measure.wrap(node.name, inner, size, bold=True, most=3), "", lines, "", bare=True)
    above = [measure.shorten(node.above, inner, small)] if node.above else []
    status = " · ".join(filter(None, [node.decision, node.marks]))
    return _Card(
        above,
        measure.wrap(node.name, inner, size, bold=True, most=3),
        status,
        _parts(named, node.size, inner, small, plan.lines, say),
        unnamed,
    )


def _parts(names: list[str], size: int, inner: float, type_size: float, most: int, say: Words) -> list[str]:
    """The names of the parts in at most so many lines; the rest is counted, as is everything where no line is left."""
    if not names:
        return []
    if most == 0:
        return measure.wrap(say("strategy_tree.parts", n=size), inner, type_size, most=1)
    for kept in range(len(names), -1, -1):
        rest = say("strategy_tree.more", n=len(names) - kept) if kept < len(names) else ""
        lines = _tied(
            measure.wrap(" / ".join(names[:kept]) + f" {rest}" * bool(rest), inner, type_size, most=99)
        )
        if len(lines) <= most:
            return lines
    return []


def _rows(plan: Plan) -> list[tuple[Node, ...]]:
    return [plan.forest[at : at + plan.columns] for at in range(0, len(plan.forest), plan.columns)]


def _row_heights(plan: Plan, width: float, say: Words) -> list[float]:
    each = _card_width(plan, width)
    return [
        max(_card(node, plan, each, say).height(plan.size) for node in row) + plan.between
        for row in _rows(plan)
    ]


def _draw_cards(board: Board, plan: Plan, say: Words) -> None:
    each, between = _card_width(plan, board.room.width), plan.between
    heights = _row_heights(plan, board.room.width, say)
    stretch = max(min((plan.height - sum(heights)) / max(len(heights), 1), plan.size), 0)
    y = 0.0
    for number, (row, height) in enumerate(zip(_rows(plan), heights, strict=True)):
        if (
            y + height - between
            > plan.height
            - (plan.size * 2 if number + 1 < len(heights) and sum(heights) > plan.height else 0)
            + 1
        ):
            rest = len(plan.forest) - number * plan.columns
            board.text(0, y, say("strategy_tree.more", n=rest), plan.size, board.look.palette.muted)
            return
        for column, node in enumerate(row):
            _draw_card(board, plan, node, column * (each + between), y, each, height - between + stretch, say)
        y += height + stretch


def _draw_card(
    board: Board, plan: Plan, node: Node, x: float, y: float, width: float, height: float, say: Words
) -> None:
    colours, size, inset = board.look.palette, plan.size, _inset(plan.size)
    small, card = size * 0.87, _card(node, plan, width, say)
    if not card.bare:
        board.box(x, y, width, height, fill=colours.band, edge=colours.lit if node.lit else colours.border)
    board.box(x, y, size * 0.28, height, fill=colours.lit if node.lit else colours.link, radius=size * 0.14)
    board.point(x + width / 2, y + height / 2, node.id, node.hover)
    left, y = x + inset * 1.2, y + (0 if card.bare else size * 0.5)
    y += board.text(left, y, card.above, small, colours.muted) if card.above else 0
    y += board.text(left, y, card.name, size, colours.lit_text if node.lit else colours.text, bold=True)
    if card.status:
        _draw_pill(
            board,
            card.status,
            left,
            y + small * 0.2,
            small,
            width - 2 * inset,
            node.decided or bool(node.marks),
        )
        y += small * 2.1
    y += board.text(left, y + small * 0.1, card.parts, small, colours.muted) if card.parts else 0
    if card.unnamed:
        box = measure.width(card.unnamed, small) + small * 1.4
        board.hatch(left, y + small * 0.3, box, small * 1.5)
        board.box(left, y + small * 0.3, box, small * 1.5, edge=colours.planned, dash="dot", radius=3)
        _blank_behind(board, [card.unnamed], left + small * 0.7, y + small * 0.4, small)
        board.text(left + small * 0.7, y + small * 1.05, card.unnamed, small, level="middle")


# --- the legend in words ---


def _glyphs(forest: Sequence[Node], look: Look, say: Words) -> list[Glyph]:
    nodes = [node for node, _ in _walk(forest)]
    glyphs = []
    if any(node.level == UNNAMED for node in nodes):
        glyphs.append(Glyph("hatch", say("strategy_tree.legend_unnamed")))
    if any(node.folded and node.level != UNNAMED for node in nodes):
        glyphs.append(Glyph("none", say("strategy_tree.legend_folded")))
    if any(node.lit for node in nodes):
        glyphs.append(Glyph("box", say("strategy_tree.legend_lit"), look.palette.lit))
    return glyphs


def _draw_legend(board: Board, plan: Plan, say: Words) -> None:
    glyphs = [] if plan.lines == BARE else _glyphs(plan.forest, board.look, say)
    size = board.look.size.type(0.8)
    draw_legend(board, glyphs, board.room.height - legend_height(glyphs, board.room.width, size), size)
