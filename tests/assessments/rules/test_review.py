"""One function decides what is shown when: a truth table."""

import pytest

from assessments.rules.review import ReviewOptions, Shown, shown

DEFAULTS = ReviewOptions()
OPEN_HANDED = ReviewOptions(Shown.ANSWERS, Shown.ANSWERS, Shown.ANSWERS)
SILENT = ReviewOptions(Shown.NOTHING, Shown.NOTHING, Shown.NOTHING)


@pytest.mark.parametrize(
    ("options", "is_open", "passed_any", "passed", "left", "expected"),
    [
        (DEFAULTS, True, False, False, 2, Shown.NOTHING),
        (OPEN_HANDED, True, False, False, 0, Shown.NOTHING),  # before submission: nothing, ever
        (OPEN_HANDED, True, True, False, 0, Shown.NOTHING),
        (DEFAULTS, False, True, True, 2, Shown.ANSWERS),
        (DEFAULTS, False, False, False, 2, Shown.MARKS),
        (OPEN_HANDED, False, False, False, 1, Shown.MARKS),  # no setting opens the key early
        (DEFAULTS, False, False, False, 0, Shown.MARKS),  # an extra attempt may follow
        (OPEN_HANDED, False, False, False, 0, Shown.ANSWERS),
        (DEFAULTS, False, True, False, 1, Shown.ANSWERS),  # an earlier failure, after the pass
        (SILENT, False, True, True, 0, Shown.NOTHING),
        (SILENT, False, False, False, 1, Shown.NOTHING),
    ],
)
def test_what_is_shown(options, is_open, passed_any, passed, left, expected):
    answer = shown(
        options, is_open=is_open, passed_any=passed_any, passed=passed, attempts_left=left
    )

    assert answer == expected
