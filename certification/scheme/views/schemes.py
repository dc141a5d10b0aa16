"""Staff: the versions of schemes, what each says, and their way from a draft into force."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.scheme.actions import versions as actions
from certification.scheme.models import Scheme, SchemeVersion
from certification.scheme.reachable import fault_words, faults_of
from certification.scheme.rule_sentences import sections_of
from certification.scheme.rules import read_scheme
from certification.scheme.scheme_forms import NumberForm, PrepareForm, SchemeTextForm
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "list-ul"
DONE = {
    "loaded": _lazy("The draft is there. Somebody else approves it."),
    "changed": _lazy("The draft is changed."),
    "unchanged": _lazy("This is what the version says already; nothing is changed."),
}


def crumbs() -> list[tuple]:
    return [(_("Schemes"), reverse("schemes"))]


@needs("schemes.edit")
@require_safe
def index(request):
    """Every scheme with its versions: where each stands, and how many are held to it."""
    versions = SchemeVersion.objects.annotate(held=Count("pins")).order_by("-loaded_at", "-pk")
    by_scheme = {scheme.pk: (scheme, []) for scheme in Scheme.objects.order_by("title")}
    for one in versions.defer("text"):
        by_scheme[one.scheme_id][1].append(one)
    return staff_page(
        request,
        "staff/schemes/index.html",
        title=_("Schemes"),
        icon=ICON,
        schemes=by_scheme.values(),
    )


@needs("schemes.edit")
@require_http_methods(["GET", "POST"])
def version(request, public_id):
    """What a version says, in words; and a form for the next step from it."""
    one = version_of(public_id)
    scheme = read_scheme(one.text)
    act, now = request.POST.get("act"), timezone.now()
    form = NumberForm(request.POST if act == "draft" else None)
    if act == "draft":
        draft = form.carry_out(
            lambda: actions.draft_from(one, **form.cleaned_data, by=request.user, now=now)
        )
        if draft:
            messages.success(request, _("The draft is there. Change its figures here."))
            return redirect("scheme_parameters", draft.public_id)
    return staff_page(
        request,
        "staff/schemes/version.html",
        title=str(one),
        icon=ICON,
        crumbs=crumbs(),
        version=one,
        held=one.pins.count(),
        sections=sections_of(scheme),
        decision=scheme.decision,
        renewal=scheme.renewal,
        form=form,
        **_next_step(request.user, one),
    )


def _next_step(person, one: SchemeVersion) -> dict:
    """What the page offers: to approve a draft, to put in force or to prepare what is approved."""
    in_force = one.scheme.versions.effective()
    return {
        "faults": [fault_words(fault) for fault in faults_of(one)] if one.state == "draft" else [],
        "wrote": one.state == "draft" and actions.wrote(person, one),
        "in_force": in_force,
        "transitions": one.transitions_in.select_related("old", "prepared_by"),
        "prepare": PrepareForm() if one.state == "approved" and in_force else None,
    }


@needs("schemes.edit")
@require_safe
def as_yaml(request, public_id):
    """The text to the letter: uploaded again it is the same version."""
    one = version_of(public_id)
    response = HttpResponse(one.text, content_type="application/yaml; charset=utf-8")
    name = f"{one.scheme.slug}-{one.number}.yaml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@needs("schemes.edit")
@require_http_methods(["GET", "POST"])
def upload(request):
    """Structure comes as YAML: a text or a file becomes a draft, or is refused at its line."""
    form = SchemeTextForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.upload_draft(
                form.cleaned_data["text"], by=request.user, now=timezone.now()
            )
        )
        if done:
            messages.success(request, DONE[done[1]])
            return redirect("scheme_version", done[0].public_id)
    return staff_page(
        request,
        "staff/schemes/upload.html",
        title=_("Upload rules"),
        icon=ICON,
        crumbs=crumbs(),
        form=form,
    )


@needs("schemes.approve")
@step_up_required
@require_POST
def approve(request, public_id):
    return _take(request, public_id, actions.approve_version, _("Approved. Its text stays now."))


@needs("schemes.approve")
@step_up_required
@require_POST
def begin(request, public_id):
    said = _("In force. People who begin from now on are held to it.")
    return _take(request, public_id, actions.begin_scheme, said)


def _take(request, public_id, action, said: str):
    one = version_of(public_id)
    try:
        action(one, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, said)
    return redirect("scheme_version", public_id)


def version_of(public_id) -> SchemeVersion:
    versions = SchemeVersion.objects.select_related("scheme", "approved_by", "edited_from")
    return get_object_or_404(versions, public_id=public_id)
