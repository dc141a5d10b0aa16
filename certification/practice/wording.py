"""The sentences for the refusals of supervised practice."""

from django.utils.translation import gettext_lazy as _

from certification.practice.case_wording import CASES, INCIDENTS
from certification.practice.spreadsheet_wording import SPREADSHEETS
from training_site.wording import register

DURATIONS = {
    "minutes_not_understood": _(
        "Write whole minutes, such as 90, or hours and minutes, such as 1:30 or 1 h 30 min."
    ),
    "minutes_out_of_day": _("A session lasts from 1 minute to 24 hours (1,440 minutes)."),
    "minutes_too_many": _("Give a duration from 1 to {most} minutes."),
}
TIMES = {
    "time_skipped": _(
        "The clocks went forward that night, so {start} did not exist. Give the time on the clock."
    ),
    "entry_in_future": _("This has not happened yet. Log it once it is over."),
    "entry_not_over_yet": _("This is not over yet. Log it once it is, or check the duration."),
    "entry_overlaps": _("This overlaps with what you logged on {date:%-d %B %Y} at {start}."),
    "day_too_full": _("A day has 24 hours: only {left} minutes of it are still free."),
}
PLACING = {
    "agreement_missing": _(
        "You have no approved supervision agreement yet. Hours count from its approval on."
    ),
    "cases_paused": _(
        "No new case is taken on under this agreement for now. Please write to the registrar; the "
        "cases that are open go on."
    ),
    "agreement_not_begun": _("Your agreement is in force from {date:%-d %B %Y} only."),
    "agreement_over": _("Your agreement ended on {date:%-d %B %Y}. A new one is needed."),
    "not_admitted_then": _("Direct sessions need your admission to the internship first."),
    "place_not_allowed": _("Practice is not open in your place on this date; study is."),
    "case_needed": _("Choose the case that this belongs to."),
    "case_not_open_yet": _("Case {letter} was opened on {date:%-d %B %Y}, after this date."),
    "case_closed_then": _("Case {letter} was closed on {date:%-d %B %Y}, before this date."),
    "group_size_needed": _("Say how many people were in the group, from 2 to 50."),
    "supervisor_lapsed_then": _(
        "As it stands it will not count: the licence of {name}, as the association has seen it, "
        "does not cover that date. You have done nothing wrong; tell the association."
    ),
}
ENTRIES = {
    "sent_already": _(
        "This form was saved already, for {date:%-d %B %Y} at {start}; what you changed since is still "
        "here. Open that entry to change it, or save again to log another hour."
    ),
    "not_own_record": _("Only the intern writes in their own record."),
    "entry_signed": _("This entry is signed and stays as it is. Correct it by a linked entry."),
    "entry_contested": _("This entry is contested: the registrar decides on it first."),
    "entry_not_signed": _("This entry is not signed yet: change it directly."),
    "entry_already_submitted": _("This entry is already waiting for its signature."),
    "entry_was_submitted": _("This entry was handed in before, so it stays on the record."),
    "entry_not_waiting": _("This entry is not waiting for a signature any more."),
    "entry_already_corrected": _("There is a correction of this entry already."),
    "entry_changed_elsewhere": _(
        "This entry was changed elsewhere after you opened it. What you typed is still here; "
        "compare it with the entry and save again."
    ),
}
SIGNING = {
    "own_hours": _("Nobody signs their own hours."),
    "another_signs_this": _("Another person is named to sign this."),
    "agreement_not_in_force_then": _("The agreement was not in force on this date."),
    "signer_not_verified_then": _(
        "Your licence, as the association has seen it, does not cover this date. "
        "Show the association its renewal; the hours keep their place."
    ),
    "nothing_to_sign": _("Nothing in this month is waiting for your signature."),
    "sheet_has_changed": _(
        "What you saw has changed since you opened it. Nothing was signed. "
        "Look at the sheet as it is now, and sign again."
    ),
    "no_statement_to_sign": _("The association has not published its signature statement yet."),
    "comment_needed": _("Say what the intern should look at."),
}
AGREEMENTS = {
    "three_people_needed": _("Intern, mentor and clinician are three different people."),
    "not_a_mentor": _("Choose somebody who is a mentor here."),
    "not_a_clinician": _("Choose somebody who is a clinician here."),
    "ends_before_it_begins": _("The last day lies before the first."),
    "agreement_past_that": _("This agreement is past that step."),
    "agreement_already_signed": _("You have signed this agreement already."),
    "not_a_supervisor_here": _("Only the supervisors it names answer an agreement."),
    "not_own_agreement": _("Somebody who is no party to it has to approve an agreement."),
    "supervisors_not_verified": _("The licence has not been seen yet of: {roles}."),
}
ADMISSION = {
    "not_own_licence": _("Somebody else has to see and record your licence."),
    "authority_withdrawn_already": _(
        "This was withdrawn from {date:%-d %B %Y} on already. Only an earlier day changes that."
    ),
    "not_own_admission": _("Somebody else has to admit you."),
    "identity_not_seen": _("Age and identity have not been seen yet."),
    "policies_not_signed": _("Not signed yet in the version in force: {policies}."),
    "place_not_allowed_to_admit": _("Practice is not open in this place; its policy decides."),
}
for sentences in (
    DURATIONS,
    TIMES,
    PLACING,
    ENTRIES,
    SPREADSHEETS,
    SIGNING,
    AGREEMENTS,
    ADMISSION,
    CASES,
    INCIDENTS,
):
    register(sentences)
