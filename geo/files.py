"""The files of this room: their text, and whether they changed since they were read."""

from __future__ import annotations

from pathlib import Path

from geo.errors import BrokenShapes

HERE = Path(__file__).parent


def text_of(path: Path) -> str:
    """The text of a file. Raises BrokenShapes when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenShapes(
            f"geo/{path.name}", "the file cannot be read", "restore it, saved as UTF-8"
        ) from error


def state_of(path: Path) -> tuple[int, int] | None:
    """What tells one state of a file from another: when it changed, and its size; None when it is not there."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size
