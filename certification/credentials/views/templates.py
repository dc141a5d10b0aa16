"""Staff: how certificates look and what they say. Versions, a draft with its page beside it, publishing."""

import base64
from copy import copy
from dataclasses import dataclass
from html import escape

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.credentials import specimens
from certification.credentials.actions import templates as actions
from certification.credentials.documents.words import built_in_wording
from certification.credentials.models import CertificateTemplate
from certification.credentials.template_forms import PublishForm, SampleForm, TemplateForm
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.accounts.throttle import within_limit
from training_site.content.civil import civil_date
from training_site.content.rules.comparison import changes
from training_site.content.typesetting import CannotBeSet
from training_site.content.typesetting_apart import TooSlow
from training_site.verdict import Refused

ICON = "doc-full"
LIMIT, SECONDS = 60, 60
"""Pages set for one person in a minute: somebody who types without a pause asks for about forty."""


@dataclass(frozen=True)
class Figure:
    """The page as a picture, or why there is none."""

    picture: str = ""
    notes: tuple[str, ...] = ()


@needs("credentials.shape")
@require_http_methods(["GET", "POST"])
def index(request):
    """Every version, the newest first; and the way to the one draft."""
    if request.method == "POST":
        draft = actions.begin_draft(by=request.user, now=timezone.now())
        return redirect("certificate_template", draft.public_id)
    versions = CertificateTemplate.objects.defer("logo").select_related("published_by")
    return staff_page(
        request,
        "staff/certification/templates.html",
        title=_("Certificate template"),
        icon=ICON,
        versions=versions.annotate(printed=Count("certificates")),
        in_use=CertificateTemplate.objects.in_use(),
        draft=CertificateTemplate.objects.drafts().first(),
    )


@needs("credentials.shape")
@require_http_methods(["GET", "POST"])
def template(request, public_id):
    """A draft is written here; a published version is only shown."""
    one = _template_of(public_id)
    if one.published_at:
        return _shown(request, one)
    return _written(request, one)


@needs("credentials.shape")
@step_up_required
@require_http_methods(["GET", "POST"])
def publish(request, public_id):
    """What changes, and what publishing means, before it is done."""
    one = _template_of(public_id)
    if one.published_at:
        return redirect("certificate_template", public_id)
    form = PublishForm(request.POST or None, initial={"seen": one.written_at.isoformat()})
    if request.method == "POST":
        done = form.carry_out(
            lambda: actions.publish(one, **form.cleaned_data, by=request.user, now=timezone.now())
        )
        if done:
            messages.success(request, _("Published. Certificates are printed so from now on."))
            return redirect("certificate_templates")
    return staff_page(
        request,
        "staff/certification/template_publish.html",
        title=_("Publish version {number}").format(number=one.version),
        icon=ICON,
        crumbs=[*_crumbs(), (_name(one), reverse("certificate_template", args=[public_id]))],
        version=one,
        form=form,
        figure=_figure(request, one, specimens.ORDINARY),
        **_difference(one),
    )


def _written(request, one: CertificateTemplate):
    """The form with the page beside it: as stored, or as it would be with what is typed now."""
    act, sample = request.POST.get("act", "save"), SampleForm.chosen(request.POST)
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TemplateForm(*bound, template=one)
    if bound and act == "save" and _saved(request, one, form):
        return redirect("certificate_template", one.public_id)
    typed = actions.fill(copy(one), form.words()) if bound and form.is_valid() else None
    if typed and act == "pdf":
        return _as_pdf(request, typed, sample)
    return staff_page(
        request,
        "staff/certification/template_draft.html",
        title=_name(one),
        icon=ICON,
        crumbs=_crumbs(),
        version=one,
        form=form,
        samples=SampleForm({"sample": sample}),
        figure=_figure(request, typed or one, sample) if typed or not bound else _amiss(form),
    )


def _saved(request, one: CertificateTemplate, form: TemplateForm) -> bool:
    done = form.carry_out(
        lambda: actions.change_draft(
            one,
            form.words(),
            seen=form.cleaned_data["seen"],
            by=request.user,
            now=timezone.now(),
        )
    )
    if done:
        messages.success(request, _("Saved. Certificates are printed as before until you publish."))
    return bool(done)


def _shown(request, one: CertificateTemplate):
    if request.method == "POST":
        raise Refused("template_published")
    sample = SampleForm.chosen(request.GET)
    if request.GET.get("act") == "pdf":
        return _as_pdf(request, one, sample)
    return staff_page(
        request,
        "staff/certification/template_published.html",
        title=_name(one),
        icon=ICON,
        crumbs=_crumbs(),
        version=one,
        samples=SampleForm({"sample": sample}),
        figure=_figure(request, one, sample),
        printed=one.certificates.count(),
        **_difference(one),
    )


def _figure(request, one: CertificateTemplate, sample: str) -> Figure:
    if not _may_set(request):
        return _none(_("Many pages were set just now. Wait a minute, then look again."))
    name = specimens.NAMES[sample]
    try:
        png = specimens.specimen_picture(one, name=name, today=civil_date(timezone.now()))
    except TooSlow:
        return _none(_("Setting this page took too long, so it was stopped."))
    except CannotBeSet:
        return _none(_("With this name the words need more than one page. Shorten them."))
    return Figure(picture="data:image/png;base64," + base64.b64encode(png).decode())


def _as_pdf(request, one: CertificateTemplate, sample: str):
    if not _may_set(request):
        return render(request, "429.html", status=429)
    try:
        content = specimens.specimen_pdf(
            one, name=specimens.NAMES[sample], today=civil_date(timezone.now())
        )
    except CannotBeSet:
        raise Refused("template_does_not_fit") from None
    headers = {"Content-Disposition": 'inline; filename="specimen.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _may_set(request) -> bool:
    key = str(request.user.public_id)
    return within_limit("template-page", key, limit=LIMIT, seconds=SECONDS, fail_open=True)


def _none(note: str) -> Figure:
    return Figure(notes=(note,))


def _amiss(form: TemplateForm) -> Figure:
    """What stands at the fields once it is saved is said here while it is typed."""
    said = [
        f"{form.fields[name].label}: {error}" if name in form.fields else error
        for name, errors in form.errors.items()
        for error in errors
    ]
    return Figure(notes=tuple(said))


def _difference(one: CertificateTemplate) -> dict:
    """Against the version before it, or against what certificates say without a template."""
    earlier = CertificateTemplate.objects.exclude(published_at=None)
    before = earlier.filter(version__lt=one.version).order_by("-version").first()
    return {"before": before, "passages": changes(_told(before), _told(one))}


def _told(one: CertificateTemplate | None) -> str:
    """All that a template says, a paragraph each, as the comparison reads it."""
    if one is None:
        lines = built_in_wording().splitlines()
    else:
        people = [", ".join(filter(None, (each["name"], each["role"]))) for each in one.signatories]
        lines = [one.heading, *one.wording.splitlines(), *people, one.closing]
        if one.logo_hash:
            picture = _("Picture: {shows} ({hash})")
            lines += [picture.format(shows=one.logo_alt, hash=one.logo_hash[:8])]
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _name(one: CertificateTemplate) -> str:
    return _("Version {number}").format(number=one.version)


def _crumbs() -> list[tuple]:
    return [(_("Certificate template"), reverse("certificate_templates"))]


def _template_of(public_id) -> CertificateTemplate:
    people = CertificateTemplate.objects.select_related("written_by", "published_by")
    return get_object_or_404(people, public_id=public_id)
