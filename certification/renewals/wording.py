"""The sentences of continuing education, peer reviews and renewals."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "activity_in_future": _("This day is still to come. Claim it once it was."),
        "activity_before_term": _(
            "This lies before the term that runs now. What was done then belongs to the term then."
        ),
        "activity_too_long": _("Give a duration of up to a hundred hours."),
        "activity_claimed_already": _("The very same is in your log already. Nothing was added."),
        "activity_answered": _(
            "This has been answered meanwhile. It stays as it is; a mistake is claimed anew."
        ),
        "own_education_only": _("Only the person whose education it is can do this."),
        "own_education": _("This is your own. Somebody else answers it."),
        "say_how_seen": _("Say how the documents were seen."),
        "own_peer_review_only": _("Only the person who was asked can answer."),
        "peer_review_answered": _("This was answered. It stays as it is."),
        "peer_not_certified": _(
            "A peer review is given by a colleague who is certified on that day, or by a mentor."
        ),
        "conversation_in_future": _("This day is still to come. Sign once the conversation was."),
        "words_too_short": _("Say in words what you talked about, {least} characters or more."),
        "no_certificate_to_renew": _("You hold no certificate, so there is no term to count for."),
        "certificate_closed": _(
            "The certificate has ended, so it is not renewed. Its page says what you can do."
        ),
        "scheme_without_renewal": _(
            "The version of the scheme under which it was granted says nothing of renewal. Whoever "
            "holds such a certificate applies anew when it ends."
        ),
        "renewal_not_open": _("Renewal is not open yet. Its page says from which day on it is."),
        "renewal_too_late": _(
            "It lapsed too long ago to be renewed. You can apply anew, as for a first certificate."
        ),
        "renewal_under_way": _("It is under way already. There is one renewal at a time."),
        "renewal_incomplete": _("Something is still missing. The page says what."),
        "renewal_declarations_missing": _(
            "Please make all three declarations, or ask the registrar."
        ),
        "renewal_not_all_accepted": _(
            "Not everything has been answered: look at the activities that wait first."
        ),
        "renewal_decided": _("This renewal is decided. Nothing about it can change."),
        "renewal_not_there": _(
            "The renewal is at another step now. Look at the page again; nothing was changed."
        ),
        "renewal_evidence_changed": _(
            "The record has changed since it was checked. The registrar looks at it again."
        ),
        "own_renewal_only": _("Only the holder can do this."),
        "own_renewal": _("This is your own renewal. Other people look at it."),
        "peer_in_renewal": _(
            "You gave the peer review that it rests on, so somebody else has to do this."
        ),
        "in_earlier_round": _(
            "You took part in the decision that was appealed, so somebody else has to do this."
        ),
        "checked_it_yourself": _("You checked it, so somebody else has to decide it."),
        "suspended_first": _(
            "The certificate is suspended. Once that is settled, the renewal is decided."
        ),
        "nothing_to_reopen": _("There is no refusal here that could be looked at again."),
    }
)

DECLARATION_SENTENCES = {
    "record_is_true": _("What I claimed is true, and I have the documents for it."),
    "abides_by_code": _("I keep to the code of ethics, in the version in force."),
    "no_open_proceedings": _(
        "No complaint or proceeding about my work with clients is open that the association "
        "does not know of."
    ),
}
REASON_SENTENCES = {
    "renewal_requirements_met": _("Everything that the scheme asks for another term is there"),
    "concern_answered": _("What a peer wanted worked on is answered below"),
    "renewal_requirement_not_met": _("Something that the scheme asks for is not there"),
    "declaration_untrue": _("A declaration does not hold"),
    "code_breached": _("The code of ethics was breached"),
    "concern_of_peer": _("What a peer wanted worked on is still open"),
}
