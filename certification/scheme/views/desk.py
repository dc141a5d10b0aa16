"""Staff: the practice desk, and beginning an internship."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from certification.practice.actions.places import unsigned_policies
from certification.practice.forms import ActionForm
from certification.practice.models import InternshipAdmission, LeaveOfAbsence, SupervisionAgreement
from certification.practice.record_sections import sections_of
from certification.practice.signatures_waiting import around_signatures
from certification.practice.staff_questions import open_places, supervisors_and_proofs
from certification.practice.views.staff import ICON, crumbs
from certification.scheme.actions import begin_internship
from certification.scheme.recognition import waiting_people
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.roles import Role
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date


class AdmitForm(ActionForm):
    place = forms.ChoiceField(label=gettext_lazy("Place of practice"))

    field_of = {"place_not_allowed_to_admit": "place"}

    def __init__(self, data=None, *, today):
        super().__init__(data)
        self.fields["place"].choices = [(place, place) for place in open_places(today)]


@needs("practice.manage")
@require_GET
def desk(request):
    """What waits for staff: agreements, licences, people to admit."""
    today = civil_date(timezone.now())
    trainees = User.objects.holding(Role.TRAINEE).filter(internship_admission=None)
    return staff_page(
        request,
        "staff/practice/desk.html",
        title=_("Practice"),
        icon=ICON,
        signing=around_signatures(today),
        to_approve=SupervisionAgreement.objects.to_approve().with_people(),
        in_force=SupervisionAgreement.objects.filter(state="approved").with_people(),
        supervisors=supervisors_and_proofs(today),
        trainees=trainees.order_by("name"),
        to_recognise=waiting_people(),
        leaves_to_answer=LeaveOfAbsence.objects.to_answer().select_related("person"),
    )


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def internship(request, public_id):
    """One trainee: what is there, what is missing, and the admission."""
    person = get_object_or_404(User, public_id=public_id)
    now = timezone.now()
    today = civil_date(now)
    form = AdmitForm(request.POST if request.method == "POST" else None, today=today)
    if form.is_bound and form.carry_out(
        lambda: begin_internship(person, place=form.cleaned_data["place"], by=request.user, now=now)
    ):
        messages.success(request, _("Admitted. They have been told."))
        return redirect("practice_internship", public_id)
    return staff_page(
        request,
        "staff/practice/internship.html",
        title=person.name,
        icon="user",
        crumbs=crumbs(),
        person=person,
        admission=InternshipAdmission.objects.of(person),
        identity=person.identity_checks.first(),
        unsigned=unsigned_policies(person, today),
        form=form,
        **sections_of(person, today),
    )
