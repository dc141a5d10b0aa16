"""Administrators: who writes in which programme."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from courses.authoring.actions.teams import give_team, join, leave, take_team
from courses.authoring.teams import team_of
from courses.models import ProgrammePage
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.roles import Role
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

DOES = {"close": give_team, "open": take_team}
DOES_TO = {"join": join, "leave": leave}


class TeamForm(forms.Form):
    """One change: a programme closed or opened, or a person put in or taken out."""

    programme = forms.ModelChoiceField(queryset=ProgrammePage.objects.all())
    do = forms.ChoiceField(choices=[(name, name) for name in (*DOES, *DOES_TO)])
    person = forms.ModelChoiceField(
        label=gettext_lazy("Instructor"),
        queryset=User.objects.all(),
        to_field_name="public_id",
        required=False,
    )

    def clean(self):
        given = super().clean()
        if given.get("do") in DOES_TO and not given.get("person"):
            raise forms.ValidationError(_("Choose somebody first."))
        return given

    def carry_out(self, *, by) -> None:
        do, programme = self.cleaned_data["do"], self.cleaned_data["programme"]
        if do in DOES:
            DOES[do](programme, by=by, now=timezone.now())
        else:
            DOES_TO[do](self.cleaned_data["person"], programme, by=by, now=timezone.now())


@needs("courses.keep_teams")
@require_http_methods(["GET", "POST"])
def teams(request):
    if request.method == "POST":
        _change(request)
        return redirect("programme_teams")
    instructors = User.objects.holding(Role.INSTRUCTOR).order_by("name")
    return staff_page(
        request,
        "courses/authoring/teams.html",
        title=_("Who writes where"),
        icon="group",
        programmes=[
            _told(programme, instructors) for programme in ProgrammePage.objects.order_by("title")
        ],
        instructors=instructors,
    )


def _told(programme: ProgrammePage, instructors) -> dict:
    team = team_of(programme)
    members = list(instructors.filter(groups=team)) if team else []
    return {
        "page": programme,
        "has_team": team is not None,
        "members": members,
        "others": [person for person in instructors if person not in members],
    }


def _change(request) -> None:
    form = TeamForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(text for texts in form.errors.values() for text in texts))
        return
    try:
        form.carry_out(by=request.user)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Done. It holds from the next page they open."))
