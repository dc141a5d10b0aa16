"""Who is signed in: loaded with what every page of theirs asks about them, in one question."""

from functools import cache

from allauth.account.auth_backends import AuthenticationBackend

from training_site.accounts.models import User


class SignedInBackend(AuthenticationBackend):
    def get_user(self, user_id):
        sql, before = _question()
        user = next(iter(User.objects.raw(sql, [*before, user_id])), None)
        return user if user and self.user_can_authenticate(user) else None


@cache
def _question() -> tuple[str, tuple]:
    """Each request asks it, and to word it took longer than the answer: so it is worded once.

    The key of the person stands last in it; what stands before is the same for everybody.
    """
    words, values = User.objects.for_request().filter(pk=0).query.sql_with_params()
    return words, values[:-1]
