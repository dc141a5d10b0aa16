"""What a report of brought-in people says, and why a line of the file is refused."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.practice.models.leaves import PersonMilestone
from certification.scheme.actions.people import Brought, Said
from training_site.content.templatetags.triad import longdate
from training_site.wording import register, sentence

register(
    {
        "people_file_empty": gettext_lazy(
            "There is nobody in it: headings first, then a line for each person."
        ),
        "people_columns_unknown": gettext_lazy(
            "These columns mean nothing here, so nothing was read: {columns}. Take them out, or "
            "name them as docs/importing-people.md does."
        ),
        "email_not_understood": gettext_lazy("this is not an e-mail address."),
        "membership_kind_unknown": gettext_lazy("write paid or waived."),
        "person_twice": gettext_lazy("this address stands on line {line} already."),
        "import_not_yours": gettext_lazy("Only a registrar or an administrator brings people in."),
        "role_unknown": gettext_lazy("there is no role {role}."),
        "role_needed": gettext_lazy("nobody is invited without a role."),
        "role_by_an_administrator": gettext_lazy(
            "only an administrator invites somebody as {role}."
        ),
        "cohort_for_trainees": gettext_lazy("a cohort is for trainees."),
        "cohort_not_found": gettext_lazy("there is no cohort {cohort}."),
        "cohort_ambiguous": gettext_lazy(
            "there are several cohorts {cohort}: write the programme after a comma."
        ),
        "invitation_was_revoked": gettext_lazy(
            "the invitation to this address was revoked; invite them by hand if that has changed."
        ),
        "account_closed": gettext_lazy("the account of this address is closed."),
        "membership_recorded_otherwise": gettext_lazy(
            "the membership until {date:%-d %B %Y} is recorded with another fee or reference."
        ),
        "milestone_recorded_otherwise": gettext_lazy(
            "{name} is recorded with another date: {date:%-d %B %Y}."
        ),
        "nobody_to_import_as": gettext_lazy(
            "Say by --by ADDRESS who brings them in: a registrar or an administrator."
        ),
    }
)
DONE = {
    "invited": gettext_lazy("invited as {role}"),
    "role_given": gettext_lazy("given the role {role}"),
    "enrolled": gettext_lazy("enrolled in {cohort}"),
    "membership_recorded": gettext_lazy("membership recorded until {last}"),
    "milestone_recorded": gettext_lazy("{name} recorded: {on}"),
    "admitted": gettext_lazy("admitted to the internship in {place}"),
}
LATER = {
    "invitation_open": gettext_lazy("their invitation is not accepted yet"),
    "invitation_expired": gettext_lazy("their invitation has expired: send it again at People"),
    "role": gettext_lazy("role {role}: once they have accepted"),
    "role_was_taken": gettext_lazy("role {role}: it was taken away, and stays so"),
    "role_by_administrator": gettext_lazy("role {role}: an administrator gives it"),
    "membership": gettext_lazy("membership: once they have accepted"),
    "milestone": gettext_lazy("{name}: once they have accepted"),
    "admission": gettext_lazy("admission in {place}: once they have accepted"),
    "admission_not_yet": gettext_lazy("not admitted yet: {refused}"),
}
OUTCOMES = {
    "imported": gettext_lazy("imported"),
    "unchanged": gettext_lazy("unchanged"),
    "refused": gettext_lazy("skipped"),
}


def report_line(brought: Brought) -> str:
    """One line of the file, its outcome and what it was made of."""
    said = [_words(DONE, one) for one in brought.done]
    said += [_words(LATER, one) for one in brought.later]
    said += [
        f"{column}: {sentence(why)}" if column else sentence(why) for column, why in brought.wrong
    ]
    head = _("line %(number)d, %(name)s: %(outcome)s") % {
        "number": brought.line.number,
        "name": brought.line.name or brought.line.email or "–",
        "outcome": OUTCOMES[brought.outcome],
    }
    return f"{head} ({'; '.join(said)})" if said else head


def _words(table: dict, said: Said) -> str:
    word, figures = said
    return str(table[word]).format(
        **{name: _figure(name, value) for name, value in figures.items()}
    )


def _figure(name: str, value) -> str:
    if name == "name":
        return str(PersonMilestone(value).label).lower()
    if name == "refused":
        return sentence(value)
    return longdate(value) if hasattr(value, "year") else str(value)
