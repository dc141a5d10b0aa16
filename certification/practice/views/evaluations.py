"""Evaluations: the lists of the intern and of the supervisor; writing, signing, reading."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.practice import actions
from certification.practice.evaluation_answers import EvaluationAnswers, SignEvaluationForm
from certification.practice.evaluation_comparison import comparisons_of
from certification.practice.evaluation_sheets import is_signed, lines_of, missing_in, sheet_of
from certification.practice.evaluations_asked import asked_of, asked_of_supervisor
from certification.practice.models import Case, Evaluation, EvaluationForm, SupervisionAgreement
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_safe
def own(request):
    """The intern's: what is asked for, by milestone and by whom; and how it compares."""
    asked = asked_of([request.user], civil_date(timezone.now()))
    signed = [evaluation for one in asked for evaluation in one.signed]
    context = {
        "asked": [(one, one.draft_of(request.user)) for one in asked],
        "unread": [one for one in signed if not one.read_at and one.written_by != request.user],
        "comparisons": comparisons_of(asked),
    }
    return render(request, "certification/practice/evaluations.html", context)


@needs("practice.supervise")
@require_safe
def to_write(request):
    """The supervisor's: which are due, which come later, and what they have written."""
    asked = asked_of_supervisor(request.user, civil_date(timezone.now()))
    mine = Evaluation.objects.filter(written_by=request.user).signed()
    context = {
        "due": [(one, one.draft_of(request.user)) for one in asked if one.waits],
        "later": [
            (one, one.draft_of(request.user))
            for one in asked
            if not one.waits and one.standing == "later"
        ],
        "written": mine.select_related("form", "intern", "case").defer("strengths", "next_steps"),
    }
    return render(request, "certification/practice/evaluations_to_write.html", context)


@needs("practice.evaluate")
@require_POST
def begin(request):
    """Open a draft of one's own, or go on with the one there is."""
    form = get_object_or_404(
        EvaluationForm, public_id=public_id_in(request.POST.get("form")), role__in=_roles(request)
    )
    intern = get_object_or_404(
        _reachable(request.user), public_id=public_id_in(request.POST.get("intern"))
    )
    case = None
    if request.POST.get("case"):
        cases = Case.objects.visible_to(request.user).of(intern)
        case = get_object_or_404(cases, public_id=public_id_in(request.POST["case"]))
    try:
        draft = actions.begin_evaluation(
            form, intern, case=case, by=request.user, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("practice_evaluations" if intern == request.user else "to_evaluate")
    return redirect("evaluation", public_id=draft.public_id)


def _roles(request) -> list[str]:
    return [role for role in ("mentor", "clinician", "intern") if role in request.user.roles]


def _reachable(user):
    """Oneself, and the interns one supervises."""
    interns = SupervisionAgreement.objects.supervised_by(user).values("intern")
    return User.objects.filter(Q(pk=user.pk) | Q(pk__in=interns))


@needs("practice.evaluate")
@require_http_methods(["GET", "POST"])
def evaluation(request, public_id):
    """A draft of one's own, to write; once it is signed, to read."""
    one = _visible(request.user, public_id)
    if is_signed(one):
        return _read(request, one)
    form = EvaluationAnswers(request.POST if request.method == "POST" else None, evaluation=one)
    kept = request.method == "POST" and form.carry_out(
        lambda: actions.keep_evaluation(one, **form.answers, by=request.user, now=timezone.now())
    )
    if kept:
        for hint in form.hints():
            messages.warning(request, hint)
        if request.POST.get("then") == "sign":
            return redirect("sign_evaluation", public_id=public_id)
        messages.success(request, _("Kept as a draft. Nobody sees it but you."))
        return redirect("evaluation", public_id=public_id)
    if form.is_bound:
        one = _visible(request.user, public_id)
    context = {"evaluation": one, "form": form, "seen": sheet_of(one).hash, "back": _back(request)}
    return render(request, "certification/practice/evaluation_write.html", context)


def _read(request, one: Evaluation):
    if request.method == "POST":
        messages.error(request, sentence("evaluation_signed"))
        return redirect("evaluation", public_id=one.public_id)
    context = {"evaluation": one, "lines": lines_of(one), "back": _back(request)}
    return render(request, "certification/practice/evaluation_read.html", context)


@needs("practice.evaluate")
@step_up_required
@require_http_methods(["GET", "POST"])
def sign(request, public_id):
    """Exactly what will be signed, and the signature under it."""
    mine = Evaluation.objects.filter(written_by=request.user)
    one = get_object_or_404(_whole(mine), public_id=public_id)
    form = SignEvaluationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.carry_out(lambda: _sign(request, one, form)):
        messages.success(request, _("Signed. It stays as it is from now on."))
        return redirect("evaluation", public_id=public_id)
    one = get_object_or_404(_whole(mine), public_id=public_id)
    if is_signed(one):
        return redirect("evaluation", public_id=public_id)
    context = {
        "evaluation": one,
        "lines": lines_of(one),
        "missing": missing_in(one),
        "shown": sheet_of(one).hash,
        "form": form,
        "back": _back(request),
    }
    return render(request, "certification/practice/evaluation_sign.html", context)


def _sign(request, one: Evaluation, form: SignEvaluationForm) -> Evaluation:
    said = form.cleaned_data
    return actions.sign_evaluation(
        one,
        shown_hash=said["shown"],
        typed_name=said["typed_name"],
        by=request.user,
        now=timezone.now(),
    )


@needs("practice.keep_record")
@require_POST
def confirm_reading(request, public_id):
    about_me = Evaluation.objects.of(request.user).signed().select_related("intern")
    one = get_object_or_404(about_me, public_id=public_id)
    actions.confirm_reading(one, by=request.user, now=timezone.now())
    messages.success(request, _("Noted that you have read it."))
    return redirect("evaluation", public_id=public_id)


def _visible(user, public_id) -> Evaluation:
    return get_object_or_404(_whole(Evaluation.objects.visible_to(user)), public_id=public_id)


def _whole(evaluations):
    return evaluations.select_related("form", "intern", "written_by", "case", "read_by")


def _back(request) -> str:
    """Which list leads here: a supervisor's own name of the list, or the intern's."""
    return "practice_evaluations" if "intern" in request.user.roles else "to_evaluate"
