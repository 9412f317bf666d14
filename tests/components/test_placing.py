"""Names stand beside their dots, never on one another, and are left out rather than pressed in."""

from components.layouts.placing import Name, Place, placed
from components.mapping.projection import Box

ROOM = Box(0, 0, 400, 300)


def name(x, y, *, must=False):
    return Name(x, y, radius=4, width=40, height=14, must=must)


def around(one):
    return Box(one.x - one.radius, one.y - one.radius, 2 * one.radius, 2 * one.radius)


def test_a_lone_name_stands_right_of_its_dot_without_a_line():
    (place,) = placed([name(100, 100)], ROOM)
    assert isinstance(place, Place) and place.leader is None
    assert place.box.left > 104 and place.box.top + place.box.height / 2 == 100


CLUSTER = [Name(150 + 14 * (n % 4), 120 + 14 * (n // 4), 4, 40, 14) for n in range(12)]


def test_a_name_at_the_right_edge_turns_to_the_left():
    (place,) = placed([name(395, 100)], ROOM)
    assert place is not None and place.box.right < 391


def test_names_of_a_cluster_cover_neither_each_other_nor_any_dot():
    places = [place for place in placed(CLUSTER, ROOM) if place]
    assert len(places) >= 10
    for n, place in enumerate(places):
        assert ROOM.holds(place.box)
        assert not any(place.box.meets(other.box) for other in places[:n])
        assert not any(place.box.meets(around(each)) for each in CLUSTER)


def test_a_name_further_away_is_tied_to_its_own_dot():
    places = zip(CLUSTER, placed(CLUSTER, ROOM), strict=True)
    tied = [(each, place) for each, place in places if place and place.leader]
    assert tied
    for each, place in tied:
        assert place.leader is not None
        (x, y), end = place.leader
        assert abs(((x - each.x) ** 2 + (y - each.y) ** 2) ** 0.5 - each.radius) < 0.01
        assert place.box.left <= end[0] <= place.box.right and place.box.top <= end[1] <= place.box.bottom


def test_where_there_is_no_room_a_plain_name_is_left_out_and_a_necessary_one_is_not():
    names = [name(20, 20), name(20, 20, must=True)]
    plain, necessary = placed(names, Box(0, 0, 70, 28))
    assert plain is None and necessary is not None


def test_a_necessary_name_covers_nameless_dots_before_it_goes_missing():
    everywhere = [Box(x, y, 12, 12) for x in range(0, 400, 10) for y in range(0, 300, 10)]
    (lost,), (kept,) = (placed([name(200, 150, must=must)], ROOM, crowd=everywhere) for must in (False, True))
    assert lost is None and kept is not None


def test_a_quiet_line_is_avoided_where_another_place_is_as_near():
    (place,) = placed([name(100, 100)], ROOM, quiet=[Box(0, 99, 400, 2)])
    assert place is not None and place.leader is None and not place.box.meets(Box(0, 99, 400, 2))
