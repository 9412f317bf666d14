"""How a map fills its room: the mainland with its outlying islands in their true place, crowded areas magnified.

The insets of ``geo.boundaries.frame`` that lie inside the main frame are magnifiers, drawn in the sea to the east; those
outside are land that the main frame leaves out: the window is widened until it shows them where they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from components.mapping.projection import Box, Window
from geo.boundaries import Frame

_SHORE = 0.025  # of the frame's width, between it and the magnifiers
LARGEST = 0.34  # of the room's width: magnifiers do not outgrow the map
_ANY = Box(0, 0, 1, 1)
_SMALLEST = 4.5  # type sizes: a narrower magnifier would not hold a label


@dataclass(frozen=True)
class Layout:
    """The main window and the magnifiers with their captions' frames, all in pixels of the plot area."""

    main: Window
    magnifiers: tuple[tuple[Frame, Window], ...] = ()


def magnifying(frame: Frame) -> tuple[Frame, ...]:
    """The insets that show again, larger, what the main frame shows."""
    return tuple(inset for inset in frame.insets if _inside(inset, frame))


def outlying(frame: Frame) -> tuple[Frame, ...]:
    """The insets that show what the main frame leaves out."""
    return tuple(inset for inset in frame.insets if not _inside(inset, frame))


def arrange(
    frame: Frame, magnified: tuple[Frame, ...], room: Box, type_size: float, largest: float = LARGEST
) -> Layout:
    """The windows that fill a room best; ``type_size`` is that of the labels and captions.

    ``largest`` is the most that the magnifiers take of the room's width.
    """
    base = territory(frame, room)
    wanted = _column(base, frame, magnified, type_size, largest)
    spare = room.width - base.drawn.width
    extra = min(max(wanted - _sea(base, frame), 0), spare)
    main = base.widened(room.width / room.height, (extra + (spare - extra) / 2) / spare if spare > 0 else 0.5)
    return Layout(main, _stacked(main, frame, magnified, type_size, largest))


def territory(frame: Frame, room: Box) -> Window:
    """The window that shows the main frame and all that it leaves out."""
    frames = (frame, *outlying(frame))
    lon = min(each.lon[0] for each in frames), max(each.lon[1] for each in frames)
    lat = min(each.lat[0] for each in frames), max(each.lat[1] for each in frames)
    return Window(lon, lat, room)


def _inside(inset: Frame, frame: Frame) -> bool:
    return frame.lon[0] <= inset.lon[0] and inset.lon[1] <= frame.lon[1]


def _stacked(
    main: Window, frame: Frame, magnified: tuple[Frame, ...], type_size: float, largest: float
) -> tuple[tuple[Frame, Window], ...]:
    """The magnifiers above one another in the sea east of the mainland, ending at the foot of the map."""
    wide = min(_sea(main, frame), _column(main, frame, magnified, type_size, largest))
    if not magnified or wide < _SMALLEST * type_size:
        return ()
    bottom, left = main.drawn.bottom - 1, _shore(main, frame)
    found: list[tuple[Frame, Window]] = []
    for inset in magnified[::-1]:
        tall = wide / _window(inset).aspect
        found.append((inset, _window(inset, Box(left, bottom - tall, wide, tall))))
        bottom -= tall + _caption(type_size)
    return tuple(found[::-1])


def _column(
    main: Window, frame: Frame, magnified: tuple[Frame, ...], type_size: float, largest: float
) -> float:
    """The width at which the magnifiers use up the height they have."""
    if not magnified:
        return 0
    top = max(
        (main.pixel(each.lon[0], each.lat[0])[1] for each in outlying(frame) if each.lon[0] > frame.lon[0]),
        default=main.drawn.top,
    )
    tall = main.drawn.bottom - top - len(magnified) * _caption(type_size) - 1.4 * type_size
    return min(tall / sum(1 / _window(each).aspect for each in magnified), main.box.width * largest)


def _caption(type_size: float) -> float:
    return type_size * 1.9


def _shore(main: Window, frame: Frame) -> float:
    """The pixel column where the sea east of the mainland begins."""
    return main.pixel(frame.lon[1] + _SHORE * (frame.lon[1] - frame.lon[0]), frame.lat[0])[0]


def _sea(main: Window, frame: Frame) -> float:
    """Pixels of sea east of the mainland."""
    return main.drawn.right - _shore(main, frame) - 1


def _window(inset: Frame, box: Box = _ANY) -> Window:
    return Window(inset.lon, inset.lat, box)
