"""Our forms in allauth's places."""

from allauth.account.forms import ResetPasswordForm
from django.utils import timezone

from training_site.accounts.actions.passwords import ask_for_new_password


class AskForNewPasswordForm(ResetPasswordForm):
    def save(self, request, **kwargs):
        ask_for_new_password(self.users, now=timezone.now())
        return self.cleaned_data["email"]
