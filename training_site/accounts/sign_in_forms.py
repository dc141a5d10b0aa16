"""Our forms in allauth's places."""

from allauth.account.forms import ResetPasswordForm
from django.utils import timezone

from training_site.accounts.actions.passwords import ask_for_new_password


class AskForNewPasswordForm(ResetPasswordForm):
    def save(self, request, **kwargs):
        email = self.cleaned_data["email"]
        ask_for_new_password(email, self.users, now=timezone.now())
        return email
