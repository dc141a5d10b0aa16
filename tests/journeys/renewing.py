"""Three years on: in grace, with education, a peer and three people to the next term."""

from datetime import timedelta

from django.urls import reverse

from certification.credentials.models import Certificate
from certification.renewals.models import Renewal
from tests.factories.renewals import a_peer, a_term
from tests.journeys.town import Town

WANDA, PEER = "Wanda Sorel", "Mirko Talvik"
LEARNT = {
    "Trauma-informed practice": ("ce_general", "30:00"),
    "Boundaries, again": ("ce_ethics", "6 h"),
    "Meetings of the peer group": ("peer_consultation", "12 h"),
    "Something of another year": ("ce_general", "2 h"),
    "Entered twice by mistake": ("ce_general", "1 h"),
}
DECLARED = ["record_is_true", "abides_by_code", "no_open_proceedings"]
TALK = "We spoke about two closed cases, and how each ending was prepared in the triad."
MISSING = "Please say in which of the two conferences you were in May."
REASONS = "Everything that the scheme asks for is there, and the peer's words bear it out."


def a_term_has_ended(town: Town) -> Certificate:
    """Ten days ago: still valid, renewal due."""
    today = town.clock.now.date()
    certificate = a_term(last=today - timedelta(days=10), name=WANDA)
    town.settles("wanda", certificate.holder)
    town.settles("mirko", a_peer(granted_on=today - timedelta(days=200), name=PEER))
    town.wanda.opens("renewal").says("In grace: hand in by", "36 h of continuing education")
    town.registrar.opens("certification_renewals").follow("In grace").says(WANDA)
    return certificate


def she_enters_what_she_learnt(town: Town) -> None:
    for title, (category, minutes) in LEARNT.items():
        page = town.wanda.opens("education")
        page.send(
            "Enter it",
            category=category,
            title=title,
            provider="Institute",
            date=town.day(10),
            minutes=minutes,
        ).says(title, "waits for the registrar")
    page = town.wanda.opens("education")
    changed = page.follow("Change : Trauma-informed practice")
    changed.send("Keep the change", provider="Institute for psychotraumatology").says("Changed.")
    page = town.wanda.opens("education")
    page.send("Take back : Entered twice").says_nothing_of("Entered twice")


def the_registrar_looks_at_the_documents(town: Town) -> None:
    """One does not count; the others are accepted together."""
    desk = town.registrar.opens("education_desk").says(WANDA, "psychotraumatology")
    desk.follow("Decline Something of another year").send("Decline it", reason=MISSING)
    desk = town.registrar.opens("education_desk")
    ticked = [box["value"] for box in desk.all("input[name=seen]")]
    desk.send("Accept those ticked", seen=ticked, how_seen="by_video").says(
        "3 activities count now"
    )
    town.wanda.opens("education").says(MISSING, "36 h of 36 h", "6 h of 6 h", "12 h of 12 h")


def she_asks_a_peer(town: Town) -> None:
    """Nobody learns whether the number is anybody's; he signs, and she reads it."""
    number = Certificate.objects.get(holder=town.mirko.user).display_number
    page = town.wanda.opens("renewal").follow("Ask for a peer review")
    page = page.send("Ask them", who=number).says("If this is a colleague")
    page.says_nothing_of(PEER)
    page = town.mirko.opens("peer_reviews").follow(WANDA)
    page = page.send(
        "Sign", held_on=town.day(1), judgement="meets", text=TALK, typed_name=PEER
    ).says("Signed.")
    town.wanda.opens("ask_peer").follow(PEER).says(TALK)


def she_hands_it_in(town: Town) -> None:
    """Takes it back, hands it in again, and is asked for one more thing."""
    page = town.wanda.opens("renewal").send("Hand in", declarations=DECLARED)
    page.says("The registrar looks at it by").send("Take it back").says("Taken back.")
    town.wanda.opens("renewal").send("Hand in", declarations=DECLARED).says("Handed in")
    page = town.registrar.opens("certification_renewals").follow(WANDA).says(TALK)
    page.send("Send it back", answer=MISSING).says("Sent back")
    town.wanda.opens("renewal").says(MISSING).send("Hand in", declarations=DECLARED)


def it_is_checked_and_decided_by_two_others(town: Town, certificate: Certificate) -> None:
    page = town.registrar.opens("certification_renewals").follow(WANDA)
    page.send("Complete").says("Those who can decide are told")
    town.wanda.opens("renewal").says("somebody else decides")
    page = town.decider.opens("certification_renewals").follow(WANDA).says("36 h of 36 h")
    page.send("Decide", outcome="renew", reasons=["renewal_requirements_met"], text=REASONS).says(
        "Decided."
    )
    town.works_off_its_jobs()
    renewal = Renewal.objects.get(certificant=town.wanda.user, outcome="renew")
    town.wanda.opens("renewal_letter", args=[renewal.public_id]).says(
        REASONS, "Trauma-informed practice"
    )


def the_next_term_counts_from_the_old_last_day(town: Town, certificate: Certificate) -> None:
    """The old number says no more than that it was replaced; the new one is valid."""
    newest = Certificate.objects.current_of(certificate)
    assert newest.valid_until.year == certificate.valid_until.year + 3
    assert (newest.valid_until.month, newest.valid_until.day) == (
        certificate.valid_until.month,
        certificate.valid_until.day,
    )
    old = town.stranger().opens("verify").send("Check", q=certificate.display_number)
    old.says("Replaced").says_nothing_of(WANDA, newest.display_number)
    town.stranger().opens("verify").send("Check", q=newest.display_number).says("Valid")
    town.wanda.opens("renewal").says("Renewal opens on")
    page = town.wanda.opens("certification_terms").says("Renewed", "4 activities in your log")
    assert reverse("certificate", args=[newest.public_id]) in page.link("Certificate")
