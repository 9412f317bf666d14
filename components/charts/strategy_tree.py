"""Strategy tree: a plan and everything under it, as boxes from left to right; many plans as cards."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import plotly.graph_objects as go

from components import captions, measure
from components.board import CENTRE, LEADING, Board
from components.contents.nodes import UNNAMED, Node, forest_of
from components.layouts.strategy_cards import Card, Cards, inset
from components.layouts.strategy_tree import Box, Outline, Tree, fit, gap, glyphs, indent
from components.legend import draw_legend, legend_height
from components.sheet import room as room_of
from components.sheet import sheet
from components.theme import Look
from components.wording import words
from datasets.records import Records


def strategy_tree(records: Records, look: Look, *, lit: Collection[str] = (), title: str = "") -> go.Figure:
    """A plan with its strategies, tasks and projects, each with its decision status and tentative marks.

    Parts a document counts but does not name stand as one hatched box with their number. ``lit`` are region codes
    whose boxes stand out. Up to three plans are drawn as trees (on a phone as an indented list), more as cards. Where
    a tree is too large for the size, parts without parts are gathered into one box, then the deepest levels are
    folded and counted: no name is drawn too small to read, and what is folded is said.
    """
    figure, say = go.Figure(), words(look.lang)
    heading = captions.of_records(records, look, title or say("table.strategies"))
    layout = fit(forest_of(records, say, lit), look, room_of(heading, look))
    board = Board(figure, look, sheet(figure, heading, look))
    if isinstance(layout, Tree):
        _draw_tree(board, layout)
    elif isinstance(layout, Outline):
        _draw_outline(board, layout)
    else:
        _draw_cards(board, layout)
    _draw_legend(board, layout)
    return board.finish()


def _draw_legend(board: Board, layout: Tree | Outline | Cards) -> None:
    """The legend in words at the foot; bare cards need none."""
    bare = isinstance(layout, Cards) and layout.bare
    found = [] if bare else glyphs(layout.forest, board.look)
    size = board.look.size.type(0.8)
    draw_legend(board, found, board.room.height - legend_height(found, board.room.width, size), size)


# --- the tree: columns from left to right ---


def _draw_tree(board: Board, tree: Tree) -> None:
    needs = [tree.need(node) for node in tree.forest]
    spare = tree.height - sum(needs) - tree.between * (len(needs) - 1)
    stretch = min(1 + spare / max(sum(needs), 1), 1.9)
    y = 0.0
    for node, need in zip(tree.forest, needs, strict=True):
        _draw_branch(board, tree, tree.box(node, 0), 0.0, y, need * stretch)
        y += need * stretch + tree.between


def _draw_branch(board: Board, tree: Tree, box: Box, x: float, y: float, height: float) -> None:
    """A box, and to its right its parts, which share its height by what they need."""
    _draw_box(board, box, x, y, height)
    space, below = gap(tree.size), box.depth + 1
    needs = [tree.need(child, below) for child in box.node.children]
    free = height - space * max(len(needs) - 1, 0)
    for child, need in zip(box.node.children, needs, strict=True):
        share = need * free / sum(needs)
        _draw_branch(board, tree, tree.box(child, below), x + box.width + 2 * space, y, share)
        y += share + space


def _draw_box(board: Board, box: Box, x: float, y: float, height: float) -> None:
    """One box with its text: plans filled, parts outlined, unnamed parts hatched."""
    node, size = box.node, box.size
    _draw_ground(board, box, x, y, height)
    if box.depth == 0 or node.lit:
        _draw_edge(board, node, x, y, height, size)
    above = max((height - box.height) / 2, 0) if box.depth else size * 0.3
    _write_box(board, box, x + inset(size) + size * 0.15, y + size * 0.22 + above)
    board.point(x + box.width / 2, y + height / 2, node.id.rstrip("*"), node.hover or node.name)


def _draw_ground(board: Board, box: Box, x: float, y: float, height: float) -> None:
    colours, lit = board.look.palette, box.node.lit
    if box.node.level == UNNAMED:
        board.hatch(x, y, box.width, height)
        board.box(x, y, box.width, height, edge=colours.planned, dash="dot")
        return
    fill = (colours.plain, colours.band)[box.depth] if box.depth < 2 else colours.surface
    edge = colours.lit if lit else colours.border
    board.box(x, y, box.width, height, fill=fill, edge=edge, line=1.5 if lit else 1)


def _draw_edge(board: Board, node: Node, x: float, y: float, height: float, size: float) -> None:
    """The strong left edge of a plan, or of what is lit."""
    colour = board.look.palette.lit if node.lit else board.look.palette.link
    board.box(x, y, size * 0.28, height, fill=colour, radius=size * 0.14)


def _write_box(board: Board, box: Box, x: float, y: float) -> None:
    """Level, name and decision, one below the other."""
    node, size = box.node, box.size
    if box.caption:
        y += board.text(x, y, box.caption, size * 0.8, board.look.palette.muted)
    if node.level == UNNAMED:
        _blank_behind(board, box.lines, x, y, size)
    y += board.text(x, y, box.lines, size, _ink(board, node), bold=box.bold)
    if box.decision:
        most = box.width - 2 * inset(size)
        _draw_pill(board, box.decision, x, y + size * 0.3, size * 0.85, most, known=node.decided)


def _ink(board: Board, node: Node) -> str:
    return board.look.palette.lit_text if node.lit else board.look.palette.text


def _blank_behind(board: Board, lines: Sequence[str], x: float, y: float, size: float) -> None:
    """A plain ground under words that stand on a hatch."""
    width, height = max(measure.width(line, size) for line in lines), len(lines) * size * LEADING
    board.cover(x - size * 0.3, y + size * 0.06, width + size * 0.6, height - size * 0.12)


def _draw_pill(board: Board, text: str, x: float, y: float, size: float, most: float, *, known: bool) -> None:
    """A word in a small outlined box, as KRDS draws a status; quiet where no status is known."""
    colours = board.look.palette
    ink, dash = (colours.link, "solid") if known else (colours.muted, "dot")
    text = measure.shorten(text, most - size, size)
    width = measure.width(text, size) * 1.03 + size * 0.9
    board.box(x, y, width, size * 1.5, fill=colours.surface, edge=ink, radius=size * 0.3, dash=dash)
    board.text(x + width / 2, y + size * 0.77, text, size, ink, side=CENTRE, level="middle")


# --- the outline: for a phone ---


def _draw_outline(board: Board, outline: Outline) -> None:
    size, stretch = outline.size, min(outline.height / max(outline.used, 1), 1.35)
    y = 0.0
    for box, need in outline.rows:
        height = need * stretch
        if y + height > outline.height + 1:
            break
        for level in range(box.depth):
            x = (level + 0.45) * indent(size)
            board.line([(x, y - gap(size)), (x, y + height - gap(size))], board.look.palette.border)
        _draw_box(board, box, box.depth * indent(size), y, height - gap(size))
        y += height


# --- the cards: many plans at a glance ---


def _draw_cards(board: Board, cards: Cards) -> None:
    """The rows of cards with what is left as air; those that find no room are counted."""
    heights, size = cards.heights, cards.size
    stretch = max(min((cards.height - sum(heights)) / max(len(heights), 1), size), 0)
    y = 0.0
    for number, (row, height) in enumerate(zip(cards.rows, heights, strict=True)):
        counted = size * 2 if number + 1 < len(heights) and sum(heights) > cards.height else 0
        if y + height - cards.between > cards.height - counted + 1:
            rest = cards.say("strategy_tree.more", n=len(cards.forest) - number * cards.columns)
            board.text(0, y, rest, size, board.look.palette.muted)
            return
        for column, card in enumerate(row):
            x = column * (cards.each + cards.between)
            _draw_card(board, card, x, y, cards.each, height - cards.between + stretch)
        y += height + stretch


def _draw_card(board: Board, card: Card, x: float, y: float, width: float, height: float) -> None:
    colours, size, node = board.look.palette, card.size, card.node
    if not card.bare:
        edge = colours.lit if node.lit else colours.border
        board.box(x, y, width, height, fill=colours.band, edge=edge)
    _draw_edge(board, node, x, y, height, size)
    board.point(x + width / 2, y + height / 2, node.id, node.hover)
    _write_card(board, card, x + inset(size) * 1.2, y + (0 if card.bare else size * 0.5), width)


def _write_card(board: Board, card: Card, x: float, y: float, width: float) -> None:
    """What stands above, name, status and parts, one below the other."""
    small, muted, node = card.small, board.look.palette.muted, card.node
    y += board.text(x, y, card.above, small, muted) if card.above else 0
    y += board.text(x, y, card.name, card.size, _ink(board, node), bold=True)
    if card.status:
        known, most = node.decided or bool(node.marks), width - 2 * inset(card.size)
        _draw_pill(board, card.status, x, y + small * 0.2, small, most, known=known)
        y += small * 2.1
    y += board.text(x, y + small * 0.1, card.parts, small, muted) if card.parts else 0
    if card.unnamed:
        _draw_unnamed(board, card, x, y)


def _draw_unnamed(board: Board, card: Card, x: float, y: float) -> None:
    """How many parts a document does not name, on a hatched ground."""
    text, small = card.unnamed, card.small
    width = measure.width(text, small) + small * 1.4
    board.hatch(x, y + small * 0.3, width, small * 1.5)
    edge = board.look.palette.planned
    board.box(x, y + small * 0.3, width, small * 1.5, edge=edge, dash="dot", radius=3)
    _blank_behind(board, [text], x + small * 0.7, y + small * 0.4, small)
    board.text(x + small * 0.7, y + small * 1.05, text, small, level="middle")
