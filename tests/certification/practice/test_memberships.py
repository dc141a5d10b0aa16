from datetime import date

import pytest
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import Membership
from certification.practice.rules.memberships import may_record_membership, standing_on
from tests.factories.accounts import a_registrar, a_trainee
from tests.factories.certification import an_admitted_intern
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
NEXT = (date(2027, 1, 1), date(2027, 12, 31))
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("spans", "standing", "last"),
    [
        ([], "never", None),
        ([(date(2026, 1, 1), date(2026, 11, 22))], "lapsed", date(2026, 11, 22)),  # yesterday
        ([(date(2026, 1, 1), TODAY)], "lapses_soon", TODAY),  # the last day is inclusive
        ([(date(2026, 1, 1), date(2027, 1, 22))], "lapses_soon", date(2027, 1, 22)),  # 60 days
        ([(date(2026, 1, 1), date(2027, 1, 23))], "holds", date(2027, 1, 23)),  # 61 days
        ([YEAR, NEXT], "holds", NEXT[1]),  # paid ahead without a gap
        ([YEAR, (date(2027, 1, 2), date(2027, 12, 31))], "lapses_soon", YEAR[1]),  # a day between
        ([NEXT], "to_come", NEXT[1]),
    ],
)
def test_how_membership_stands(spans, standing, last):
    assert standing_on(TODAY, spans) == (standing, last)


@pytest.mark.parametrize(
    ("own", "span", "others", "reason"),
    [
        (False, YEAR, [], ""),
        (True, YEAR, [], "not_own_membership"),
        (False, (YEAR[1], YEAR[0]), [], "membership_ends_before_it_begins"),
        (False, NEXT, [YEAR], ""),  # the day after
        (False, (YEAR[1], NEXT[1]), [YEAR], "membership_overlaps"),  # shares the last day
    ],
)
def test_which_spans_are_recorded(own, span, others, reason):
    verdict = may_record_membership(own=own, first=span[0], last=span[1], others=others)

    assert verdict.reason == reason


def recorded(person, by, now, span=YEAR, reference="INV-7"):
    return actions.record_membership(
        person,
        starts_on=span[0],
        ends_on=span[1],
        kind="paid",
        reference=reference,
        by=by,
        now=now,
    )


@pytest.mark.both_stacks
@pytest.mark.django_db
def test_a_span_is_recorded_once_and_a_slip_is_taken_off(now):
    person, registrar = a_trainee(), a_registrar()
    span = recorded(person, registrar, now)
    with pytest.raises(Refused, match="membership_overlaps"):
        recorded(person, registrar, now)

    actions.remove_membership(span, by=registrar, now=now)

    assert not Membership.objects.exists()
    assert [event.verb for event in AuditEvent.objects.about(span.public_id)] == [
        "certification.membership.recorded",
        "certification.membership.removed",
    ]


@pytest.mark.django_db
def test_a_lapsed_fee_hides_nothing_of_ones_own_record(client, sign_in, now):
    intern = an_admitted_intern()
    recorded(intern, a_registrar(), now, span=(date(2025, 1, 1), date(2025, 12, 31)))
    page = sign_in(client, intern)

    pages = ["/practice/", "/practice/evaluations/", "/practice/leave/", "/practice/agreement/"]
    answers = [page.get(path).status_code for path in [*pages, "/learn/", "/certification/path/"]]

    assert set(answers) == {200}


@pytest.mark.django_db
def test_staff_record_a_span_and_see_who_lapses_soon(client, sign_in):
    person = a_trainee()
    desk = sign_in(client, a_registrar())
    url = reverse("practice_membership", args=[person.public_id])
    body = {
        "act": "record",
        "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
        "kind": "waived",
        "reference": "Board, 3 March",
    }

    desk.post(url, body)
    again = desk.post(url, body)
    own = desk.get(reverse("practice_memberships")).content.decode()

    assert Membership.objects.get().kind == "waived"
    assert "starts_on" in again.context["form"].errors
    assert person.name in own


@pytest.mark.django_db
def test_the_list_as_a_file_carries_nothing_out(client, sign_in, now):
    person, registrar = a_trainee(name="=HYPERLINK(1)"), a_registrar()
    recorded(person, registrar, now, reference="+1-2")

    file = sign_in(client, registrar).get(reverse("export_memberships"))

    assert "'=HYPERLINK(1)" in file.content.decode()
    assert "'+1-2" in file.content.decode()
    assert AuditEvent.objects.filter(verb="certification.memberships.exported").exists()


@pytest.mark.django_db
def test_the_list_asks_as_many_queries_for_thirty_as_for_three(client, sign_in, now, count_queries):
    registrar = a_registrar()
    desk = sign_in(client, registrar)
    for _number in range(12):
        recorded(a_trainee(), registrar, now)

    with count_queries(at_most=18):
        desk.get(reverse("practice_memberships"))
