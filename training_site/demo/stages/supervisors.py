"""Mentors and clinicians: certified before this site was used, their proof seen by staff."""

from datetime import date, timedelta

from certification.credentials.actions import approve_recorded, issue_recorded, record_certification
from certification.credentials.models import Certificate
from certification.practice.actions import verify_supervisor
from certification.practice.models.supervisors import HowSeen
from certification.scheme.models import SchemeVersion
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.demo.stages.association import SETTLED
from training_site.demo.stages.belonging import be_member
from training_site.demo.stages.past import THURSDAY, TUESDAY, WEDNESDAY, Past
from training_site.demo.stages.people import arrive, drop_in, somebody
from training_site.demo.stages.staff import enter_in_register

EVIDENCE = (
    "Certificate on paper, seen in person, and its entry in the members' list of that year. "
    "Three cases, two of them brought to a planned end, ninety-six direct hours."
)
TERM = timedelta(days=3 * 365)
LAPSED_DAYS_AGO = 61
LAPSES_IN_DAYS = 25


def mentor(past: Past) -> None:
    a_mentor("mentor", past, until=past.today + timedelta(days=430))


def lapsed_mentor(past: Past) -> None:
    """Valid until two months ago: in grace for the public, but no hour of since then counts."""
    a_mentor("lapsed-mentor", past, until=past.days_ago(LAPSED_DAYS_AGO))


def silent_mentor(past: Past) -> None:
    """Her proof runs out soon, and nobody has heard of her for months."""
    a_mentor("mentor2", past, until=past.today + timedelta(days=LAPSES_IN_DAYS))


def reviewing_mentor(past: Past) -> None:
    """In the reviewer register as well: where she mentored, the record excludes her."""
    a_mentor("reviewer3", past, until=past.today + timedelta(days=250))
    enter_in_register("reviewer3", "Practised for nine years; trauma and safety.", past, since=12)


def clinician(past: Past) -> None:
    person = arrive("clinician", now=past.at(SETTLED), by=somebody("admin"))
    verify_supervisor(
        person,
        role=Role.CLINICIAN,
        licence_number="CP-104482",
        issuer="Register of clinical psychologists (invented)",
        jurisdiction="England",
        how=HowSeen.REGISTER,
        valid_from=past.day(200),
        valid_until=past.today + timedelta(days=300),
        seen_on=past.day(SETTLED, TUESDAY),
        by=somebody("registrar"),
        now=past.at(SETTLED, TUESDAY),
    )
    be_member(person, past, since=past.day(SETTLED))


def certify_from_paper(person: User, past: Past, *, until: date) -> Certificate:
    """Certified before this site was used: recorded by one person, approved by a second."""
    registrar, now = somebody("registrar"), past.at(SETTLED, TUESDAY)
    record = record_certification(
        person,
        scheme_version=SchemeVersion.objects.effective(),
        evidence=EVIDENCE,
        granted_on=until - TERM,
        valid_until=until,
        by=registrar,
        now=now,
    )
    approved = past.at(SETTLED, WEDNESDAY)
    approve_recorded(record, by=drop_in(somebody("decider"), now=approved), now=approved)
    return issue_recorded(record.pk, now=approved + timedelta(minutes=1))


def entitle_mentor(person: User, past: Past, *, until: date) -> None:
    """Her earlier certification recorded; then her proof seen."""
    certificate = certify_from_paper(person, past, until=until)
    verify_supervisor(
        person,
        role=Role.MENTOR,
        licence_number=certificate.display_number,
        issuer=certificate.frozen.issuer_name,
        how=HowSeen.IN_PERSON,
        valid_from=until - TERM,
        valid_until=until,
        seen_on=past.day(SETTLED, THURSDAY),
        by=somebody("registrar"),
        now=past.at(SETTLED, THURSDAY),
    )


def a_mentor(key: str, past: Past, *, until: date) -> None:
    person = arrive(key, now=past.at(SETTLED), by=somebody("admin"))
    entitle_mentor(person, past, until=until)
    be_member(person, past, since=past.day(SETTLED))
