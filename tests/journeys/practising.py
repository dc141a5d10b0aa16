"""The internship: supervisors seen, an agreement of three, hours logged, returned, signed, corrected."""

from django.urls import reverse

from certification.practice.models import Case, HoursEntry
from tests.journeys.arriving import NAME
from tests.journeys.pages import Page
from tests.journeys.town import Town
from training_site.demo.stages.past import FRIDAY, MONDAY, TUESDAY, WEDNESDAY

PLACE = "England"
FEBRUARY = "2026-02"
WHAT = "Marked distress at the end. We sat until it had passed, and told the clinician at once."
TOO_VAGUE = "Which exercise was it? Please write what you practised."


def staff_open_a_place(town: Town) -> None:
    page = town.registrar.opens("practice_desk").follow("Places of practice")
    page.says("every place is study-only")
    page.send("Record", place=PLACE, status="allowed", effective_from=town.day(44)).says(PLACE)


def staff_see_the_licences(town: Town) -> None:
    _see(town, town.mentor.name, role="mentor", issuer="This association")
    _see(town, town.clinician.name, role="clinician", issuer="Register of psychologists")


def _see(town: Town, name: str, **what) -> None:
    page = town.registrar.opens("practice_desk").follow(name).says("Nothing seen yet")
    licence = {
        "licence_number": "CP-104482",
        "how": "register",
        "seen_on": town.today,
        "valid_from": "2025-01-01",
        "valid_until": "2029-12-31",
    }
    page.send("Record", **licence, **what).says("Recorded.", what["issuer"])


def staff_admit_her(town: Town) -> None:
    page = town.registrar.opens("practice_desk").follow(NAME).says("seen on")
    page.send("Admit to the internship", place=PLACE).says("Admitted")


def the_three_agree(town: Town) -> None:
    """She drafts, each supervisor signs, staff approve: hours count from that day."""
    page = town.thea.opens("practice_agreement")
    page = page.send(
        "Sign and send to both",
        mentor=town.mentor.name,
        clinician=town.clinician.name,
        starts_on=town.today,
        typed_name=NAME,
    )
    page.says("Sent to both supervisors")
    for supervisor in (town.mentor, town.clinician):
        page = supervisor.opens("supervision").follow("Read and answer")
        page.send("Agree and sign", typed_name=supervisor.name).says("Signed.")

    page = town.registrar.opens("practice_desk").follow(NAME)
    page.send("Approve this agreement").says("Approved. Hours count from today.")


def she_opens_case_a(town: Town) -> Case:
    page = town.thea.opens("practice").follow("Open")
    page.send("Open the case", opened_on=town.today).says("Case A is open.")
    return Case.objects.get(intern=town.thea.user)


def the_three_begin(town: Town, case: Case) -> None:
    """The opening meeting and the consents are attested, never what was said or signed there."""
    for step in ("opening_meeting", "consents"):
        page = town.thea.opens("practice_case", args=[case.public_id]).follow("Attest a step")
        page.send("Attest", kind=step, on=town.today).says("Attested:")


def a_case_is_paused_and_goes_on(town: Town, case: Case) -> None:
    """The clinician stops it for a day, and ends that himself."""
    page = town.clinician.opens("supervised_case", args=[case.public_id]).says("Rhythm")
    page = page.follow("Pause the case")
    page.send("Pause the case", starts_on=town.today, reason="clinical").says("Paused since")
    own = town.thea.opens("practice_case", args=[case.public_id]).says("Paused since")
    assert not own.follow("Who ends it").says("and ends it.").offers("End the pause")
    page = town.clinician.opens("supervised_case", args=[case.public_id]).follow("End the pause")
    page.send("End the pause", last_day=town.today).says("The pause has ended.")


def an_intensive_is_agreed(town: Town, case: Case) -> None:
    """By the mentor, before it begins. To hand the case over there is nobody yet."""
    page = town.thea.opens("practice_case", args=[case.public_id]).follow("Plan an intensive")
    page.send("Propose it to both", starts_on=town.day(40, MONDAY), ends_on=town.day(40, FRIDAY))
    page = town.mentor.opens("supervision").follow("Read and answer")
    page.send("Agree to this plan").says("Agreed by")
    page = town.thea.opens("practice_case", args=[case.public_id]).follow("Change supervisors")
    page.says("No other agreement is in force")


def something_happens(town: Town, case: Case) -> None:
    """Reported under her name, read by her mentor, taken in hand and closed by the listener."""
    page = town.thea.opens("practice").follow("Incident reports").says("You have reported nothing")
    page = page.follow("Report an incident").says("First: is everybody safe?")
    page = page.send("Report it", kind="distress", what_happened=WHAT, case=case.public_id)
    page.says("The association has been told", "Nobody yet.")
    town.mentor.opens("supervision").follow("Incident reports").follow("Marked distress").says(WHAT)
    page = town.listener.opens("incident_desk").follow("Marked distress").says(WHAT)
    page = page.send("Take it in hand").says("In your hands.")
    page.send("Close the report", outcome="Talked through with all three.").says("Closed")
    page = town.thea.opens("practice_incidents").follow("Marked distress")
    page.says("Talked through with all three.", "Mentor,", "Complaints officer,")


def she_logs_two_weeks(town: Town) -> None:
    """A draft kept and sent with its month, another discarded, others sent at once."""
    town.at(41, TUESDAY, 20)
    session = _logs(town, "direct_session", town.day(41, TUESDAY), "10:30", "2:00", case="Case A")
    session.says("Saved as a draft").follow("Direct session").send("Discard").says("draft is gone")
    _logs(town, "direct_session", town.day(41, TUESDAY), "10:30", "1:45", case="Case A")
    _sends(
        town, "clinician_consultation", town.day(41, TUESDAY), "16:00", "30", case="Case A"
    ).says("can sign it now")
    town.at(41, FRIDAY, 18)
    _sends(town, "mentor_individual", town.day(41, FRIDAY), "09:00", "60", modality="video")
    town.at(40, TUESDAY, 20)
    _logs(town, "documentation_reflection", town.day(41, WEDNESDAY), "17:00", "45")
    month = town.thea.opens("practice_month", args=[FEBRUARY])
    month.send("Send 2 drafts to sign").says("Sent to be signed: 2.")


def _logs(town: Town, category: str, day: str, start: str, minutes: str, **more) -> Page:
    return _log(town, "Keep as a draft", category, day, start, minutes, **more)


def _sends(town: Town, category: str, day: str, start: str, minutes: str, **more) -> Page:
    return _log(town, "Save and send to sign", category, day, start, minutes, **more)


def _log(town: Town, button: str, category: str, day: str, start: str, minutes: str, **more):
    page = town.thea.opens(f"/practice/hours/new/?category={category}")
    return page.send(
        button,
        category=category,
        date=day,
        start=start,
        minutes=minutes,
        zone="Europe/London",
        **more,
    )


def her_mentor_returns_one(town: Town) -> None:
    """She reads the comment, writes more, sends it again."""
    page = town.mentor.opens("supervision").follow(NAME).says("3 entries to sign")
    assert page.all(".month-sheet__line")
    page.send("Return this entry", comment=TOO_VAGUE).says("Returned with your comment.")

    month = town.thea.opens("practice_month", args=[FEBRUARY]).says("Returned")
    page = month.follow("Direct session").says(TOO_VAGUE)
    page.send("Save and send", note="Breathing together; I asked before each step.").says(
        "can sign it now"
    )


def both_sign_the_month(town: Town) -> None:
    town.at(38, TUESDAY, 18)
    for supervisor in (town.mentor, town.clinician):
        signs(town, supervisor, FEBRUARY)
    town.thea.opens("practice_month", args=[FEBRUARY]).says("Counts")


def signs(town: Town, supervisor, month: str) -> None:
    """The statement and the fingerprint stand above the signature; the receipt repeats the latter."""
    page = supervisor.opens("month_sheet", args=[town.thea.user.public_id, month])
    page.says("What your signature means")
    shown = page.held_by("shown")
    page.send("Sign", typed_name=supervisor.name).says("Receipt of a signature", shown)


def a_sheet_that_changed_is_not_signed(town: Town) -> None:
    """She sends one more line while the mentor reads: what he saw is no longer what there is."""
    town.at(38, MONDAY)
    seen = town.mentor.opens("month_sheet", args=[town.thea.user.public_id, FEBRUARY])
    _sends(town, "documentation_reflection", town.day(40, WEDNESDAY), "17:00", "30")

    page = seen.send("Sign", typed_name=town.mentor.name).says("4 entries to sign")
    assert page.held_by("shown") != seen.held_by("shown")
    assert not HoursEntry.objects.of(town.thea.user).signed().exists()


def she_corrects_what_is_signed(town: Town) -> None:
    """By another entry; the signed one stays, and counts until the correction is signed."""
    town.at(38, FRIDAY, 18)
    month = town.thea.opens("practice_month", args=[FEBRUARY])
    signed = month.follow("Direct session").says("Signed entry")
    page = signed.follow("Correct this entry")
    page.send("Save the correction", minutes="1:30").says("can sign it now")

    page = town.mentor.opens("month_sheet", args=[town.thea.user.public_id, FEBRUARY])
    page.says("Takes the place of the signed entry")
    signs(town, town.mentor, FEBRUARY)
    month = town.thea.opens("practice_month", args=[FEBRUARY])
    month.says("Replaced by a signed correction")


def she_asks_why_an_hour_counts(town: Town) -> None:
    """From its line in the month; staff who are asked about it see the same."""
    month = town.thea.opens("practice_month", args=[FEBRUARY])
    page = month.follow("Why?").says("Step by step").says("It counts for:")
    town.registrar.opens(page.path).says("Step by step")


def she_takes_her_log_along(town: Town) -> None:
    """Her own, as a document; the registrar takes the same, and she can see that he did."""
    page = town.thea.opens("practice_log").says("Take the log")
    own = page.visitor.fetches(reverse("practice_log") + "?kind=csv").content.decode("utf-8-sig")
    assert "Direct session" in own

    address = reverse("practice_intern_log", args=[town.thea.user.public_id])
    theirs = town.registrar.fetches(f"{address}?kind=csv").content.decode("utf-8-sig")
    assert theirs == own
