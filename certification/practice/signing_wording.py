"""The sentences for the refusals around a signature: contests, paper, notice, conflicts."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

SIGNING = {
    "signing_paused": _(
        "Signing is paused here for now. What waits goes to the registrar, and no hour is lost by it."
    ),
    "nothing_ticked": _("Tick at least one line. Nothing was signed."),
    "conflict_of_interest_then": _(
        "A conflict of interest is declared for this date. The hours keep their place; "
        "the association says who signs them."
    ),
}
CONTESTS = {
    "contest_reason_unknown": _("Choose one of the reasons."),
    "nothing_to_contest": _("Tick the lines that it is about."),
    "contest_of_one_signer": _("These lines are signed by different people. Contest them apart."),
    "entry_not_contestable": _("One of these lines is past that. Look at the list as it is now."),
    "signer_has_time_left": _(
        "There is still time for this signature, up to and on {date:%-d %B %Y}. "
        "Before that, choose another reason and say what happened."
    ),
    "returned_is_an_answer": _(
        "A line that was returned has been answered. Choose another reason, and say why you disagree."
    ),
    "contest_statement_needed": _("Say what happened, so that it can be decided."),
    "nothing_forfeits": _("Your scheme leaves no hours out for being late."),
    "entry_not_forfeited": _(
        "One of these lines was handed in within {days} days, so it is not left out."
    ),
    "lateness_contested_already": _("The lateness of one of these lines is contested already."),
    "contest_past_that": _("This contest is past that step."),
    "contest_answered_already": _("You have answered this already. Your answer is kept."),
    "not_own_contest": _("Nobody decides about their own hours or their own signature."),
    "reasons_needed": _("Give the reasons: both sides read them."),
}
PAPERS = {
    "not_own_paper": _("Somebody else records and checks a paper about you."),
    "paper_needs_another": _("Another member of staff has to see the paper too."),
    "paper_checked_already": _("This paper was checked already."),
    "paper_waits_already": _("A paper for this sheet waits for its second person already."),
    "paper_before_its_hours": _(
        "A line of this sheet is of {date:%-d %B %Y}: the paper can't have been signed before it."
    ),
}
ENDINGS = {
    "not_a_party_here": _("Only the three people of an agreement give notice."),
    "notice_given_already": _("Notice has been given already."),
    "agreement_ends_anyway": _("It ends on {date:%-d %B %Y} as agreed, before a notice would."),
}
SUPERVISORS = {
    "not_own_supervisor": _("This is your own address. A supervisor is somebody else."),
    "nominated_already": _("You have named this person already; the association is looking at it."),
    "too_many_nominations": _("Four people are waiting to be looked at. Ask the association."),
    "not_own_nomination": _("Somebody else of the staff answers what you named."),
    "nomination_answered": _("This was answered already."),
    "conflict_declared_by_others": _("The supervisor or staff declare a conflict of interest."),
    "conflict_declared_already": _("A conflict is declared for some of these days already."),
}
for sentences in (SIGNING, CONTESTS, PAPERS, ENDINGS, SUPERVISORS):
    register(sentences)
