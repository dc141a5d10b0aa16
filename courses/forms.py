"""What a learner writes, and what staff fill in to enrol one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import Cohort, ProgrammePage
from training_site.accounts.models import User
from training_site.accounts.roles import LEARNER_ROLES


class WrittenField(forms.CharField):
    """What somebody wrote, without zero bytes: refused for one, all of it would be lost."""

    def to_python(self, value) -> str:
        return super().to_python(value).replace("\0", "")


class EnrolForm(forms.Form):
    """Somebody with an account, named by address, and what they start in."""

    learner = forms.EmailField(label=_("E-mail address of the learner"), max_length=254)
    programme = forms.ModelChoiceField(label=_("Programme"), queryset=None)
    cohort = forms.ModelChoiceField(label=_("Cohort"), queryset=None, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = ProgrammePage.objects.live()
        self.fields["cohort"].queryset = Cohort.objects.all()

    def clean_learner(self):
        found = User.objects.holding(*LEARNER_ROLES).filter(
            email__iexact=self.cleaned_data["learner"]
        )
        if not found:
            raise forms.ValidationError(
                _("No learner has this address. Invite them first; the invitation gives the role.")
            )
        return found[0]
