"""Version 1.0 of the scheme: all of it met, each requirement alone missing, and its limits."""

import pytest

from certification.scheme.milestones_in_words import MILESTONES
from certification.scheme.rules import evaluate, read_facts, read_scheme
from certification.scheme.rules.reachability import Known, unreachable
from certification.scheme.rules.vocabulary import CATEGORIES, CONTENT_AREAS
from certification.scheme.wording import message

from .complete import COURSES, CURRICULUM, TEXT, complete_facts

SCHEME = read_scheme(TEXT)


def evaluated(facts: dict):
    return evaluate(SCHEME, read_facts(facts))


def of(facts: dict, *categories: str) -> list[dict]:
    return [entry for entry in facts["entries"] if entry["category"] in categories]


def without(part: str, key: str, value: str):
    def take_away(facts: dict) -> None:
        facts[part] = [row for row in facts[part] if row.get(key) != value]

    return take_away


def a_minute_less(category: str):
    def shorten(facts: dict) -> None:
        of(facts, category)[0]["minutes"] -= 1

    return shorten


def each_of(minutes: int, category: str):
    def change(facts: dict) -> None:
        for entry in of(facts, category):
            entry["minutes"] = minutes

    return change


def nothing_in_one_area(facts: dict) -> None:
    for entry in facts["entries"]:
        if entry.get("content_areas") == ["trauma_safety"]:
            entry["content_areas"] = ["ethics_law"]


def only_two_cases(facts: dict) -> None:
    """What was case C's went to the others in equal parts, so that half the hours are of each."""
    for category in ("direct_session", "clinician_consultation"):
        mine = [entry for entry in of(facts, category) if entry["case"] == "C"]
        for number, entry in enumerate(mine):
            entry["case"] = "AB"[number % 2]


def one_case_still_open(facts: dict) -> None:
    facts["cases"][1] |= {"closed": None, "closure": None, "closure_meeting": None}


def a_case_without_consents(facts: dict) -> None:
    facts["cases"][0]["consents"] = None


def one_meeting_in_a_group(facts: dict) -> None:
    of(facts, "mentor_individual")[0]["category"] = "mentor_group"


def a_month_without_the_mentor(facts: dict) -> None:
    for entry in of(facts, "mentor_individual", "mentor_group"):
        if entry["date"].startswith("2026-06"):
            entry |= {"date": "2026-07-31", "submitted": "2026-07-31"}


def a_lapsed_membership(facts: dict) -> None:
    facts["memberships"] = [{"start": "2026-01-01", "end": "2026-11-21"}]


LACKING = {
    "didactic": a_minute_less("didactic_sync"),
    "lab": a_minute_less("experiential_lab"),
    "areas": nothing_in_one_area,
    "attitudes": a_minute_less("attitude_reassessment"),
    **{f"{course}-course": without("courses", "course", course) for course in COURSES},
    "ethics-exam": without("assessments", "assessment", "ethics-exam"),
    "boundaries-exam": without("assessments", "assessment", "boundaries-exam"),
    "final-exam": without("assessments", "assessment", "final-exam"),
    "direct": a_minute_less("direct_session"),
    "cases": only_two_cases,
    "closed": one_case_still_open,
    "clinician": a_minute_less("clinician_consultation"),
    "triads": a_case_without_consents,
    "mentor": a_minute_less("mentor_group"),
    "mentor-individual": one_meeting_in_a_group,
    "mentor-ratio": each_of(121, "direct_session"),  # 121 h ask for 30 h 15 min
    "mentor-contacts": a_month_without_the_mentor,
    **{
        form: without("evaluations", "form", form)
        for form in ("mentor-mid", "mentor-final", "self-mid", "self-final")
    },
    "clinician-case": without("evaluations", "case", "C"),
    "code": without("attestations", "policy", "code-of-ethics"),
    "confidentiality": without("attestations", "policy", "confidentiality-contract"),
    "jurisdiction": without("attestations", "policy", "jurisdiction-notice"),
    "pseudonymity": without("attestations", "policy", "client-pseudonymity"),
    "health": without("attestations", "policy", "health-policy"),
    "dual-relationships": without("attestations", "policy", "dual-relationships"),
    "intern-title": without("attestations", "policy", "intern-title"),
    "data": without("attestations", "policy", "data-handling"),
    "membership": a_lapsed_membership,
}


def test_who_has_all_of_it_has_met_the_scheme():
    evaluation = evaluated(complete_facts())

    assert [one.id for one in evaluation.requirements if one.state != "met"] == []
    assert (evaluation.met, evaluation.pathway) == (True, "standard")


def test_no_requirement_is_left_out_of_the_table_or_of_the_pathway():
    ids = [requirement.id for requirement in SCHEME.requirements]

    assert set(LACKING) == set(ids)
    assert set(SCHEME.pathways[0].all) == set(ids)


@pytest.mark.lesson(37)
@pytest.mark.parametrize("missing", LACKING)
def test_all_but_one_is_not_met_and_names_that_one(missing):
    facts = complete_facts()
    LACKING[missing](facts)

    evaluation = evaluated(facts)

    assert not evaluation.met
    assert [one.id for one in evaluation.requirements if one.state != "met"] == [missing]
    assert message(evaluation.requirement(missing))


@pytest.mark.lesson(37)
def test_nothing_at_all_names_everything():
    evaluation = evaluated({"as_of": "2026-11-22"})

    assert not evaluation.met
    assert not any(one.satisfied for one in evaluation.requirements)


@pytest.mark.parametrize(
    ("category", "change", "reasons", "flags"),
    [
        ("mentor_group", {"group_size": 6}, [], []),  # the largest group
        ("mentor_group", {"group_size": 7}, ["group_too_large"], []),
        ("mentor_group", {"submitted": "2026-04-21"}, [], []),  # 14 days after
        ("mentor_group", {"submitted": "2026-04-22"}, [], ["late"]),
        ("mentor_group", {"submitted": "2026-06-06"}, [], ["late"]),  # 60 days after
        ("mentor_group", {"submitted": "2026-06-07"}, ["too_late"], []),
        ("mentor_group", {"submitted": "2026-06-07", "excused": True}, [], []),
        ("mentor_group", {"signed": "2026-05-31"}, [], []),  # the end of the next month
        ("mentor_group", {"signed": "2026-06-01"}, [], ["signed_late"]),
        ("mentor_group", {"agreement": None}, ["agreement_not_in_force"], []),
        ("mentor_group", {"supervisor": "X"}, ["agreement_not_in_force"], []),
        ("didactic_async", {"agreement": None}, [], []),  # what is studied needs no agreement
    ],
)  # fmt: skip
def test_what_its_filters_do_with_an_hour(category, change, reasons, flags):
    facts = complete_facts()
    entry = of(facts, category)[0]
    entry |= change

    standing = evaluated(facts).entries[entry["id"]]

    assert [loss.reason for loss in standing.losses] == reasons
    assert [flag.flag for flag in standing.flags] == flags


def test_a_session_without_a_contact_since_the_last_one_does_not_count():
    facts = complete_facts()
    first, second = of(facts, "direct_session")[20:22]  # the first two of case B
    days = (first["date"], second["date"])
    contacts = ("clinician_consultation", "triadic_meeting")
    facts["entries"] = [
        entry
        for entry in facts["entries"]
        if not (entry["category"] in contacts and entry["date"] in days)
    ]

    standing = evaluated(facts).entries[second["id"]]

    assert [loss.reason for loss in standing.losses] == ["interleave"]


@pytest.mark.lesson(38)
def test_the_curriculum_holds_all_that_the_scheme_asks_for():
    exams = {path.parent.name + "-exam" for path in CURRICULUM.glob("*/items.yaml")}
    known = Known(
        courses=COURSES,
        assessments={*exams, "final-exam"},
        policies={path.name for path in (CURRICULUM / "policies").iterdir()},
        forms={path.stem for path in (CURRICULUM / "evaluation-forms").glob("*.yaml")},
        categories=CATEGORIES,
        content_areas=CONTENT_AREAS,
        closures={"planned", "unplanned"},
        milestones=MILESTONES,
    )

    assert unreachable(SCHEME, known) == []
