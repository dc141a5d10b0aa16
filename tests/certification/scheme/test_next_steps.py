"""What the path proposes to do about each kind of requirement, and where it leads."""

import pytest

from certification.scheme.next_steps import steps_of

LOG = "/practice/hours/new/"
STUDY = ("Go to your courses and live days", "/learn/")


def the_step(rule: str, **more) -> list[tuple[str, str]]:
    row = {
        "rule": rule,
        "title": "R",
        "state": "not_met",
        "reason": "",
        "figures": {},
        "pending": [],
    }
    return [(step.text, step.url) for step in steps_of(row | more, {}, practises=True)]


def of(*categories: str) -> dict:
    return {"where": {"category": list(categories)}}


@pytest.mark.parametrize(
    ("rule", "figures", "steps"),
    [
        ("category_min", of("mentor_group"), [("Log hours", f"{LOG}?category=mentor_group")]),
        ("session_count", of("observation"), [("Log hours", f"{LOG}?category=observation")]),
        ("milestone_split", {}, [("Log hours", LOG)]),
        ("total_min", of("didactic_sync", "observation"), [("Log hours", f"{LOG}?category=observation")]),
        ("total_min", of("ce_general"), []),
        # What comes of lessons and live days is not logged.
        ("category_min", of("didactic_async", "didactic_sync"), [STUDY]),
        ("total_min", of("experiential_lab"), [STUDY]),
        ("content_area_min", {}, [STUDY]),
        ("triad_complete", of("triadic_meeting"), [("Look at what each case lacks", "/practice/")]),
        ("evaluation_required", {}, [("Go to your evaluations", "/practice/evaluations/")]),
        # Nothing here that the person could press.
        ("active_membership", {}, []),
        ("prerequisite", {}, []),
        ("renewal", of("ce_general"), []),
    ],
)  # fmt: skip
def test_the_step_by_the_kind_of_requirement(rule, figures, steps):
    assert the_step(rule, figures=figures) == steps


@pytest.mark.parametrize("state", ["met", "waived", "pending"])
def test_what_is_met_or_waits_for_others_asks_nothing(state):
    assert the_step("category_min", figures=of("mentor_group"), state=state) == []
