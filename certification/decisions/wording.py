"""The sentences of applications, reviews and decisions."""

from django.utils.translation import gettext_lazy as _

from certification.decisions.rules.conflicts import Kind
from training_site.wording import register

register(
    {
        "invited_case_over": _(
            "What you were invited to has ended meanwhile, so nothing is asked of you any more. No "
            "account was opened and nothing was changed. Thank you for being ready to help."
        ),
        "minutes_before_decision": _("There are no minutes before there is a decision."),
        "minutes_stay_in_the_house": _(
            "The minutes name everybody who took part, so they are not for people from outside."
        ),
        "application_decided": _("This application is decided. Nothing about it can change."),
        "application_not_there_yet": _(
            "The application is at another step now. Look at the page again; nothing was changed."
        ),
        "application_already_open": _("You have an application under way. There is one at a time."),
        "certificate_already_held": _(
            "You hold a certificate that still runs. You renew it; you do not apply again."
        ),
        "requirements_not_met": _(
            "Not every requirement is met today. Your path shows what is missing."
        ),
        "declarations_missing": _("Please make all four declarations, or ask the registrar."),
        "own_application_only": _("Only the applicant can do this."),
        "own_application": _("This is your own application. Other people look at it."),
        "say_what_is_missing": _("Say what is missing, so that the applicant can add it."),
        "not_assigned": _("You are not among the reviewers of this application."),
        "in_conflict": _(
            "The record shows a conflict of interest between you and this application."
        ),
        "review_given": _("You have given your review. It stays as it is."),
        "reviewed_it_yourself": _(
            "You reviewed this application, so somebody else has to decide it."
        ),
        "reviews_missing": _("Reviews still missing: {missing}."),
        "reasons_too_short": _(
            "Give reasons that somebody else can follow, {least} characters or more."
        ),
        "reasons_too_long": _("Please keep to {most} characters."),
        "name_a_reason": _("Choose at least one reason from the list."),
        "reason_of_another_outcome": _("A reason chosen belongs to another outcome."),
        "evidence_changed": _(
            "The applicant's record has changed since the reviews. They are asked for again."
        ),
        "conflict_already_declared": _("You have declared a conflict in this case."),
        "role_missing": _("This person does not hold the role that this needs."),
        "not_in_register": _("Only people in the reviewer register can be assigned."),
        "already_registered": _("This person stands in the register already."),
        "not_own_entry": _("Somebody else has to enter you in the register."),
        "calibration_lies_ahead": _("An exercise is recorded once it has been held."),
        "calibration_agreed_within_judged": _(
            "Give how many judgements were made, and how many of them agreed."
        ),
        "interest_in_oneself": _("You take no part in your own case anyway."),
        "interest_declared_already": _("You have said this of this person."),
        "dates_reversed": _("The last day lies before the first one."),
        "statement_missing": _(
            "The confidentiality statement for outside reviewers has not been published yet. "
            "Please tell the registrar."
        ),
        "statement_unsigned": _(
            "Sign the confidentiality statement first; then the dossier opens."
        ),
        "application_appealed": _("An appeal is being answered. Until then nothing here changes."),
        "conditions_open": _(
            "Your application waits for what the decision asks. Once that is met it goes back to "
            "be decided; you do not apply again."
        ),
        "name_a_condition": _("Say what is to be done and by when: a deferral needs a condition."),
        "refusal_asks_nothing": _("A refusal asks for nothing. Leave the conditions empty."),
        "condition_unknown": _("Choose what is asked for from the list."),
        "condition_due_too_soon": _("Give at least until tomorrow."),
        "condition_closed": _("This condition is closed. It stays as it is."),
        "condition_not_shown": _(
            "The requirement that shows it is not met yet, as the record stands now."
        ),
        "extension_not_later": _("More time has to end later than the day that stands now."),
        "outsider_answers_appeals": _(
            "While an appeal is open, people are invited from outside to decide, not to review."
        ),
        "no_scheme": _("No certification scheme is in force yet."),
        "name_has_no_glyph": _(
            "The certificate cannot print these characters: {characters}. Write your name "
            "without them."
        ),
        "name_does_not_fit": _("This name is too long to be printed whole on a certificate."),
        "name_empty": _("Write the name that the certificate is to carry."),
    }
)

DECLARATION_SENTENCES = {
    "record_is_true": _("My record is true and complete, and the hours in it are mine."),
    "abides_by_code": _("I have signed the code of ethics and keep to it."),
    "no_open_proceedings": _(
        "No complaint or proceeding about my work with clients is open that the association "
        "does not know of."
    ),
    "agrees_to_review": _(
        "People who did not teach me may read my record, without my journal and without notes, "
        "to review this application. Each time one opens it I can see it."
    ),
}
CONDITION_KINDS = {
    "add_evidence": _("Add evidence"),
    "answer_question": _("Answer a question"),
    "further_supervision": _("Further supervision"),
    "further_training": _("Further training"),
    "repeat_evaluation": _("Another evaluation"),
}
REASON_SENTENCES = {
    "requirements_met": _("Every requirement of the scheme version is met"),
    "reviewers_agree": _("The reviewers recommend it"),
    "reviewers_differ_answered": _("The reviewers differ; the difference is answered below"),
    "evidence_unclear": _("Part of the evidence is unclear"),
    "evidence_to_complete": _("Evidence is to be added"),
    "question_open": _("A question has to be answered first"),
    "requirement_not_met": _("A requirement is not met"),
    "declaration_untrue": _("A declaration does not hold"),
    "code_breached": _("The code of ethics was breached"),
}
CONFLICT_WORDS = {
    Kind.SELF: _("is the applicant"),
    Kind.LED: _("led a group the applicant was in"),
    Kind.MARKED: _("marked work of the applicant"),
    Kind.ASSESSED: _("assessed the applicant"),
    Kind.ATTENDANCE: _("took the applicant's attendance"),
    Kind.SUPERVISED: _("supervised the applicant's work with clients"),
    Kind.MENTORED: _("mentored the applicant"),
    Kind.SIGNED: _("signed the applicant's hours"),
    Kind.SETTLED: _("stood in for a signature under the applicant's hours"),
    Kind.EVALUATED: _("evaluated the applicant"),
    Kind.DECLARED: _("declared a conflict"),
    Kind.TOOK_PART: _("took part in the decision that was set aside"),
    Kind.AUTHORED: _("wrote lessons that the applicant studied"),
}
