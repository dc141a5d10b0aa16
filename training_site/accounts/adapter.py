"""How allauth behaves here: accounts by invitation only, secrets encrypted, mail neutral."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _

from training_site.accounts.hats import hats_of
from training_site.accounts.throttle import client_address
from training_site.crypto.fields import decrypt, encrypt


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def clean_password(self, password, user=None):
        validate_password(password, user)
        return password

    def format_email_subject(self, subject):
        return _("About your account")

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Failures count for an address from one client: nobody else's tries lock a person out."""
        counted = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{counted}:{client_address(request)}"

    def get_login_redirect_url(self, request):
        """The first of the person's areas: learners to their home, staff to theirs."""
        areas = hats_of(request.user, "")
        return areas[0]["url"] if areas else super().get_login_redirect_url(request)

    def get_reauthentication_methods(self, user):
        """Whoever has a second factor shows that one: a password alone does not step up."""
        methods = super().get_reauthentication_methods(user)
        stronger = [method for method in methods if method["id"] != "reauthenticate"]
        return stronger or methods

    def get_from_email(self):
        return settings.DEFAULT_FROM_EMAIL


class SecondFactorAdapter(DefaultMFAAdapter):
    """TOTP secrets and recovery seeds lie encrypted like every other secret."""

    def encrypt(self, text):
        return encrypt(text, "mfa.secret")

    def decrypt(self, encrypted_text):
        return decrypt(encrypted_text, "mfa.secret")
