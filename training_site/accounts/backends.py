"""Who is signed in: loaded with what every page of theirs asks about them, in one question."""

from allauth.account.auth_backends import AuthenticationBackend

from training_site.accounts.models import User


class SignedInBackend(AuthenticationBackend):
    def get_user(self, user_id):
        user = User.objects.for_request().filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
