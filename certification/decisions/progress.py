"""How far an application is, as knots on the thread: what happened, who is next, by when.

Roles, never names: the applicant learns who took part with the decision, by their role.
"""

from django.utils.translation import gettext as _

from certification.decisions.models import Application
from certification.decisions.models.applications import ApplicationState as State
from training_site.content.templatetags.triad import longdate

ORDER = [State.SUBMITTED, State.IN_REVIEW, State.RECOMMENDED, State.DECIDED]


def knots_of(application: Application, *, reviews: int) -> list[dict]:
    """From handing in to the certificate."""
    at = _place(application.state)
    return [
        _knot(_("Handed in"), "done", when=application.submitted_at),
        _checked(application, at),
        _knot(
            _("Independent review"),
            _state(at, 1),
            text=_("By %(count)d people who did not teach, supervise or evaluate you.")
            % {"count": reviews},
            due=application.step_due_at if at == 1 else None,
        ),
        _knot(
            _("Decision"),
            _state(at, 2),
            text=_("By a decision-maker who is none of them."),
            due=application.step_due_at if at == 2 else None,
        ),
        _last(application),
        *_appealed(application),
    ]


def _checked(application: Application, at: int) -> dict:
    if application.state == State.INCOMPLETE:
        text = _("Something is missing. Hand it in again once you have added it.")
        return _knot(_("Checked by the registrar"), "stopped", text=text)
    return _knot(
        _("Checked by the registrar"),
        _state(at, 0),
        text=_("Whether everything is there."),
        due=application.step_due_at if at == 0 else None,
    )


def _last(application: Application) -> dict:
    decision = application.decision
    if decision is None:
        text = _("Issued within minutes of a grant. You are told.")
        return _knot(_("Certificate"), "todo", text=text)
    if decision.outcome == "grant":
        return _knot(_("Granted"), "done", when=decision.decided_at)
    return _knot(decision.get_outcome_display(), "stopped", when=decision.decided_at)


def _appealed(application: Application) -> list[dict]:
    if application.state != State.APPEALED:
        return []
    text = _("Other people look at it than those who reviewed or decided.")
    return [_knot(_("Appealed"), "current", text=text, due=application.step_due_at)]


def _place(state: str) -> int:
    if state == State.APPEALED:
        return ORDER.index(State.DECIDED)
    return ORDER.index(State(state)) if state in ORDER else 0


def _state(at: int, place: int) -> str:
    if at == place:
        return "current"
    return "done" if at > place else "todo"


def _knot(title: str, state: str, *, text: str = "", when=None, due=None) -> dict:
    said = longdate(when)
    if due:
        said = _("By %(day)s") % {"day": longdate(due)}
    return {"title": title, "state": state, "text": text, "when": said}
