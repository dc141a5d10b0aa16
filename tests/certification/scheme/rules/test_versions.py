import pytest

from certification.scheme.rules.versions import (
    may_approve,
    may_prepare,
    may_publish,
    may_version,
)

APPROVING = {"state": "draft", "wrote_it": False, "unreachable": 0}
PREPARING = {
    "old": "effective",
    "new": "approved",
    "same_scheme": True,
    "prepared_already": False,
}
PUBLISHING = {
    "published": False,
    "prepared_it": False,
    "complete": True,
    "age_days": 0,
    "unseen": 0,
    "old": "effective",
}


@pytest.mark.parametrize(
    ("verb", "state", "reason"),
    [
        ("change", "draft", ""),
        ("change", "approved", "scheme_past_that"),  # approved, the text stays
        ("approve", "draft", ""),
        ("approve", "approved", "scheme_past_that"),
        ("publish", "draft", "scheme_not_approved"),
        ("publish", "approved", ""),
        ("publish", "retired", "scheme_past_that"),  # nothing comes back from retirement
        ("retire", "effective", ""),
    ],
)
def test_a_version_goes_one_way(verb, state, reason):
    assert may_version(verb, state).reason == reason


@pytest.mark.lesson(62)
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"wrote_it": True}, "scheme_not_own_approval"),
        ({"unreachable": 1}, "scheme_unreachable"),
        ({"state": "effective"}, "scheme_past_that"),
    ],
)
def test_somebody_else_approves_what_can_be_reached(changes, reason):
    assert may_approve(**APPROVING | changes).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"new": "draft"}, "scheme_not_approved"),
        ({"old": "retired"}, "transition_from_elsewhere"),
        ({"same_scheme": False}, "transition_from_elsewhere"),
        ({"prepared_already": True}, "transition_prepared_already"),
    ],
)
def test_a_step_leads_from_what_is_in_force_to_what_is_approved(changes, reason):
    assert may_prepare(**PREPARING | changes).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"age_days": 7}, ""),  # the last day of a preview
        ({"age_days": 8}, "transition_preview_old"),
        ({"unseen": 1}, "transition_not_previewed"),  # somebody began since
        ({"complete": False}, "transition_not_previewed"),
        ({"prepared_it": True}, "transition_not_own"),
        ({"published": True}, "transition_published"),
        ({"old": "retired"}, "transition_from_elsewhere"),  # another step was published before
    ],
)
def test_a_step_is_published_by_another_with_a_preview_of_everybody(changes, reason):
    assert may_publish(**PUBLISHING | changes).reason == reason
