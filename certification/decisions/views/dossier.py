"""A case on one page: its evidence as a chain, who takes part, and the form for one's own part."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.decisions import actions
from certification.decisions.condition_forms import DecisionWithConditions
from certification.decisions.conditions import conditions_of
from certification.decisions.contacts import conflicts_for
from certification.decisions.dossier import hidden_names, requirements_of, shown_name
from certification.decisions.evidence import evidence_of
from certification.decisions.forms import CheckForm, ConflictForm, ReviewForm
from certification.decisions.models import Application, Decision
from certification.decisions.people import (
    all_reviews_in,
    candidates_for,
    needed_reviews,
    reviewers_missing,
)
from certification.decisions.rules.applying import DECLARATIONS
from certification.decisions.rules.reviewing import may_see_other_reviews
from certification.decisions.rules.states import JOINABLE, UNDER_REVIEW, State
from certification.decisions.statement import (
    is_outside,
    require_statement,
    statement_to_sign,
)
from certification.decisions.wording import (
    CONFLICT_WORDS,
    DECLARATION_SENTENCES,
    REASON_SENTENCES,
)
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date


def application_for(request, public_id) -> Application:
    """The one way to a case; a missing and a forbidden one answer alike."""
    reach = Application.objects.visible_to(request.user).with_people()
    return get_object_or_404(reach, public_id=public_id)


def case_for(request, public_id) -> Application:
    """The same for whoever is to act in it: not before the statement is signed."""
    application = application_for(request, public_id)
    require_statement(application, request.user, timezone.now())
    return application


@needs("decisions.see_queue")
@require_safe
def dossier(request, public_id):
    application = application_for(request, public_id)
    if statement_to_sign(application, request.user, timezone.now()):
        return redirect("dossier_statement", public_id)
    return dossier_page(request, application)


def dossier_page(request, application: Application, *, status: int = 200, **forms):
    """Render the case; `forms` are the ones that came back with errors."""
    now = timezone.now()
    actions.open_dossier(application, by=request.user, now=now)
    outside = is_outside(application, request.user)
    name = shown_name(application, outside=outside)
    context = {
        "application": application,
        "applicant": name,
        "outside": outside,
        "hidden": hidden_names(application, outside=outside),
        "requirements": requirements_of(application, outside=outside),
        "declared": [
            DECLARATION_SENTENCES[key] for key in DECLARATIONS if key in application.declarations
        ],
        **_decisions(application, now),
        "may_close": may(request.user, "decisions.close_condition"),
        "may_invite": application.state in JOINABLE and may(request.user, "decisions.invite"),
        **_people(application, request.user, now),
        **_parts(application, request.user, now),
    }
    return staff_page(
        request,
        "staff/certification/dossier.html",
        title=_("Dossier of {name}").format(name=name),
        icon="doc-full",
        crumbs=[(_("Queue"), reverse("certification_queue"))],
        status=status,
        **(context | forms),
    )


def _decisions(application: Application, now) -> dict:
    """That of this round, and those before: after conditions were met, or set aside on appeal."""
    rows = [_decision(one, now) for one in application.decisions.order_by("round")]
    return {
        "decision": next((one for one in rows if one["row"].round == application.round), None),
        "earlier": [one for one in rows if one["row"].round < application.round],
    }


def _decision(decision: Decision, now) -> dict:
    reasons = [REASON_SENTENCES[code] for code in decision.reason_codes]
    asked = conditions_of(decision, civil_date(now))
    return {"row": decision, "reasons": reasons, "conditions": asked}


def _people(application: Application, user, now) -> dict:
    """Reviewers do not learn who the others are, nor what they said, before all have spoken."""
    reviews = list(application.reviews.standing().select_related("reviewer"))
    all_in = application.state not in (State.SUBMITTED, State.INCOMPLETE) and (
        application.state in (State.RECOMMENDED, State.DECIDED, State.APPEALED)
        or all_reviews_in(application)
    )
    manages = may(user, "decisions.assign")
    return {
        "own_review": next((one for one in reviews if one.reviewer_id == user.pk), None),
        "reviews": reviews if may_see_other_reviews(all_in=all_in) else [],
        "reviews_given": len(reviews),
        "reviews_needed": needed_reviews(application),
        "assignments": application.assignments.select_related("reviewer") if manages else [],
        "outsiders": application.outside_invitations.select_related("invitation", "person")
        if manages
        else [],
        "missing": reviewers_missing(application) if application.state in UNDER_REVIEW else 0,
        "checks": application.checks.select_related("by"),
    }


def _parts(application: Application, user, now) -> dict:
    """What this person can do here now, each with its empty form."""
    conflicts = conflicts_for(application, user, civil_date(now))
    in_review = application.state == State.IN_REVIEW
    assigned = application.assignments.active().filter(reviewer=user).exists()
    decides = application.state == State.RECOMMENDED and may(user, "decisions.decide")
    return {
        "conflicts": [CONFLICT_WORDS[one.kind] for one in conflicts.excluding],
        "disclosed": [CONFLICT_WORDS[one.kind] for one in conflicts.disclosed],
        "changed": application.state in UNDER_REVIEW
        and evidence_of(application, now).hash != application.evidence_hash,
        "check_form": CheckForm()
        if application.state == State.SUBMITTED and may(user, "decisions.check")
        else None,
        "candidates": _candidates(application, user, now) if in_review else None,
        "review_form": ReviewForm() if in_review and assigned and not conflicts else None,
        "conflict_form": ConflictForm() if assigned or decides else None,
        "decision_form": DecisionWithConditions(application=application)
        if decides and not conflicts and not _has_reviewed(application, user)
        else None,
    }


def _candidates(application: Application, user, now) -> list[dict] | None:
    """Everybody in the register, with what excludes them; for whoever assigns."""
    if not may(user, "decisions.assign"):
        return None
    return [
        {
            "name": one.entry.person.name,
            "public_id": one.entry.person.public_id,
            "load": one.load,
            "assigned": one.assigned,
            "eligible": one.is_eligible,
            "why": [CONFLICT_WORDS[contact.kind] for contact in one.conflicts.excluding],
        }
        for one in candidates_for(application, civil_date(now))
    ]


def _has_reviewed(application: Application, user) -> bool:
    return application.reviews.filter(reviewer=user).exists()
