"""A concern becomes a complaint: answered, suspended meanwhile, judged by three, carried out, closed."""

from datetime import timedelta

from django.core import mail
from django.urls import reverse

from certification.complaints.models import Complaint
from certification.credentials.models import Certificate
from tests.journeys.pages import Page, path_of
from tests.journeys.town import Town
from training_site.accounts.models import User

WORRY = "Two appointments were moved without a word, and nobody told the clinician."
SAID = "Twice in one month the respondent moved an appointment without telling the clinician."
ANSWER = "I was ill on both days, and I should have told the clinician at once."
NEEDED = "Other clients may be concerned until it is known what happened."
REASONS = "Both sides agree on the days; that nobody was told is not disputed."
GUEST, GUEST_EMAIL = "Odile Marchand", "odile@example.org"
UNTOLD = ("Conor Byrne", "Ruth Adeyemi", GUEST)


def a_concern_becomes_a_complaint(town: Town) -> Complaint:
    """Without a name it came, and without one it stays."""
    town.stranger().opens("concern").send("Send it", text=WORRY).says("Thank")
    page = town.listener.opens("concerns")
    [first, *_others] = page.all("td a")
    page = town.listener.opens(first["href"]).says(WORRY).follow("Open a complaint")
    sent = {"allegation": SAID, "provisions": ["planned_ending", "open_with_both"]}
    page.send("Open the complaint", answering=422, respondent="nobody", **sent).says("Nobody here")
    page = page.send("Open the complaint", respondent=town.veteran.user.email, **sent)
    page.says("Opened.", "nobody by name", SAID)
    town.listener.opens("complaint_new").says("Received on", "Who complained")
    town.listener.opens("complaints").says(town.veteran.name, "Received")
    return Complaint.objects.get(respondent=town.veteran.user)


def she_reads_it_and_answers(town: Town, complaint: Complaint) -> None:
    page = town.veteran.opens("complaint", args=[complaint.public_id])
    page.says(SAID, "The association does not say").says_nothing_of(WORRY, *UNTOLD)
    page.send("Send your answer", text=ANSWER).says("Your answer is kept", ANSWER)
    town.listener.opens("complaint_desk", args=[complaint.public_id]).says(ANSWER)


def her_certificate_is_suspended_meanwhile(town: Town, complaint: Complaint) -> None:
    """Proposed by one person and carried out by another; looked at again, it goes on."""
    page = town.listener.opens("complaint_desk", args=[complaint.public_id])
    page = page.follow("Set a measure").send("Set this", kind="suspension", reason=NEEDED)
    page.says("waits for a decision-maker", "Proposed")
    _asked_for(town, complaint).says("Valid")

    page = town.decider.opens("complaint_acts").follow(town.veteran.name).says(NEEDED)
    page.send("Suspend it").says("Suspended.")
    _asked_for(town, complaint).says("Suspended", "not a finding").says_nothing_of(NEEDED)
    town.veteran.opens("complaint", args=[complaint.public_id]).says(
        "Certificate suspended", NEEDED
    )
    page = town.listener.opens("complaint_desk", args=[complaint.public_id])
    later = (town.clock.now + timedelta(days=60)).date().isoformat()
    page = page.follow("Certificate suspended").says("A decision-maker ends it")
    page.send("Keep this", what="goes_on", review_on=later, reason=NEEDED).says("Kept.")


def three_people_are_called(town: Town, complaint: Complaint) -> None:
    """Two of the house and one from outside. One steps back; who suspended it can't be called."""
    page = town.listener.opens("complaint_desk", args=[complaint.public_id])
    page = page.send("Write it down", what="committee", text=REASONS).says("need 3 more people")
    page = page.follow("Call the committee").says(f"{town.decider.name}: Had a part in this")
    for member, chairs in ((town.reviewer, "on"), (town.mentor, None), (town.petra, None)):
        seat = {"person": str(member.user.public_id)} | ({"chairs": chairs} if chairs else {})
        page = page.send("Call them", **seat).says("Called.")
    page = town.mentor.opens("committee", args=[complaint.public_id]).follow("step back")
    page.send("Step back", reason="I know somebody of them.").says("You are off this committee")
    town.mentor.opens("committee", args=[complaint.public_id], answering=404)

    page = town.listener.opens("complaint_committee", args=[complaint.public_id])
    page = page.says("You need one more person").follow("Invite somebody from outside")
    page.send("Invite", name=GUEST, email=GUEST_EMAIL).says("Invited. The link:")
    town.works_off_its_jobs()
    letter = next(one for one in mail.outbox if one.to == [GUEST_EMAIL])
    link = next(word for word in letter.body.split() if "/invitation/" in word)
    page = town.stranger().opens(path_of(link))
    page.send("Open my account", name=GUEST, password="nine larches along the wall")
    town.settles("odile", User.objects.get(email=GUEST_EMAIL))


def they_read_and_vote_alone(town: Town, complaint: Complaint) -> None:
    """From outside without a name. No majority at first, and none follows by itself."""
    for member in (town.reviewer, town.petra, town.odile):
        page = member.opens("committee", args=[complaint.public_id]).says_nothing_of(SAID)
        page.send("Accept and read", confidential="on", free="on").says(SAID, ANSWER)
    town.odile.opens("learn").says("See your committees")
    town.odile.opens("committees").says("member")
    page = town.odile.opens("committee", args=[complaint.public_id]).says("Person A")
    page.says_nothing_of(town.veteran.name)

    _vote(town, complaint, "substantiated", "partly", "not")
    page = town.reviewer.opens("committee", args=[complaint.public_id])
    page.says("no finding has a majority").send("Ask everybody to vote once more")
    _vote(town, complaint, "substantiated", "substantiated", "partly")


def _vote(town: Town, complaint: Complaint, *findings: str) -> None:
    for member, finding in zip((town.reviewer, town.petra, town.odile), findings, strict=True):
        page = member.opens("committee", args=[complaint.public_id])
        page = page.send("Give your vote", finding=finding, reasons=REASONS)
        page.says("Your vote is kept")


def the_chair_signs_and_all_leave(town: Town, complaint: Complaint) -> None:
    page = town.reviewer.opens("committee", args=[complaint.public_id])
    page = page.follow("Write and sign the finding").says("Substantiated", "2 of 3")
    due = (town.clock.now + timedelta(days=60)).date().isoformat()
    first = {"sanction1-kind": "Withdrawal", "sanction1-text": REASONS, "sanction1-due_on": due}
    town.reviewer.signs_in(fresh=True)
    minutes = town.reviewer.fetches(reverse("committee_minutes", args=[complaint.public_id]))
    assert minutes.content.startswith(b"%PDF")
    page.send("Sign the finding", reasons=REASONS, **first).says("work is done")
    town.petra.opens("committee", args=[complaint.public_id], answering=404)
    assert not User.objects.get(pk=town.odile.user.pk).roles
    page = town.veteran.opens("complaint", args=[complaint.public_id])
    page.says("Substantiated", "Withdrawal of the certificate", "You can appeal until")
    page.says_nothing_of(*UNTOLD)


def it_is_carried_out_and_closed(town: Town, complaint: Complaint) -> None:
    """Once nobody can appeal any more; the number still answers, and says no reason."""
    _withdrawal(town).says("can be carried out from the day after")
    town.clock.wait(days=31)
    page = town.listener.opens("complaint_desk", args=[complaint.public_id])
    page.follow("Withdrawal of the certificate").says("A decision-maker who did not sit")
    _withdrawal(town).send("Carry it out", text=REASONS).says("Carried out.")

    _asked_for(town, complaint).says("Withdrawn").says_nothing_of(REASONS, town.veteran.name)
    page = town.listener.opens("complaint_desk", args=[complaint.public_id])
    page.says("Closed", "Ended: Certificate suspended")
    minutes = town.listener.fetches(page.link("Minutes of the committee"))
    assert minutes.content.startswith(b"%PDF")


def _withdrawal(town: Town) -> Page:
    page = town.decider.opens("complaint_acts")
    [link] = page.all("a[href*='to-carry-out/sanctions/']")
    return town.decider.opens(link["href"])


def _asked_for(town: Town, complaint: Complaint) -> Page:
    number = Certificate.objects.of(complaint.respondent).latest("pk").number
    return town.stranger().opens(reverse("verify_number", args=[number]))
