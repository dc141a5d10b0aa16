"""The drawing stays in its box, never falls, and ends where its figures do."""

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from certification.scheme.rules.progress_plot import HEIGHT, WIDTH, Course, drawing_of

from .test_properties import anyhow

TODAY = date(2026, 11, 22)
minutes = st.lists(st.tuples(st.integers(0, 700), st.integers(1, 300)), max_size=20)


def a_course(signed=(), waiting=(), **more) -> Course:
    lines = {
        name: [(TODAY - timedelta(ago), some) for ago, some in rows]
        for name, rows in (("signed", signed), ("waiting", waiting))
    }
    have = sum(some for _ago, some in signed)
    projected = have + sum(some for _ago, some in waiting)
    values = {"need": 5400, "start": 0, "projected": projected, "as_of": TODAY}
    return Course(**(values | lines | more))


def points(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", path)]


@anyhow
@given(minutes, minutes, st.none() | st.integers(1, 3000))
def test_every_line_rises_to_the_right_within_the_box(signed, waiting, ahead):
    leads_to = ahead and TODAY + timedelta(ahead)

    drawing = drawing_of(a_course(signed, waiting, leads_to=leads_to, need=20_000))

    if drawing is None:
        assert [*signed, *waiting] == []
        return
    for path in (drawing.signed, drawing.waiting, drawing.guess):
        drawn = points(path)
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in drawn)
        assert [x for x, _y in drawn] == sorted(x for x, _y in drawn)
        assert [-y for _x, y in drawn] == sorted(-y for _x, y in drawn)


def test_nothing_logged_is_not_drawn():
    assert drawing_of(a_course()) is None


def test_what_waits_goes_on_from_what_is_signed():
    drawing = drawing_of(a_course([(60, 600)], [(10, 300)]))

    assert points(drawing.waiting)[0][1] == points(drawing.signed)[-1][1]


def test_no_more_waits_than_would_count():
    whole = drawing_of(a_course([(60, 600)], [(10, 300)], projected=900))
    capped = drawing_of(a_course([(60, 600)], [(10, 300)], projected=600))

    assert points(capped.waiting)[-1][1] > points(whole.waiting)[-1][1]


def test_a_guess_within_a_year_ends_in_a_knot_at_the_goal():
    near = drawing_of(a_course([(60, 600)], leads_to=TODAY + timedelta(200)))
    far = drawing_of(a_course([(60, 600)], leads_to=TODAY + timedelta(800)))

    assert near.end == points(near.guess)[-1]
    assert near.end[1] == near.goal
    assert far.end is None
    assert points(far.guess)[-1][1] > far.goal


def test_leave_is_a_band_within_the_drawing():
    since = TODAY - timedelta(30)
    drawing = drawing_of(
        a_course([(60, 600)], breaks=[(since, None), (date(2020, 1, 1), date(2020, 2, 1))])
    )

    assert len(drawing.bands) == 1
    assert drawing.bands[0].x + drawing.bands[0].width <= WIDTH


def test_names_of_months_do_not_run_into_each_other():
    drawing = drawing_of(a_course([(700, 600)]))

    places = [x for x, _day in drawing.months]
    assert all(later - earlier >= 52 for earlier, later in pairwise(places))
