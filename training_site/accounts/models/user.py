"""People who sign in, and what staff have seen of them."""

from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training_site.accounts.roles import Role
from training_site.crypto.public_id import PubliclyIdentified


class Joined(models.Aggregate):
    """Words of several rows in one, with commas between; no role has one in its name."""

    function = "GROUP_CONCAT"
    output_field = models.TextField()

    def as_postgresql(self, compiler, connection, **more):
        template = "STRING_AGG(%(expressions)s, ',')"
        return self.as_sql(compiler, connection, template=template, **more)


class UserQuerySet(models.QuerySet):
    def for_request(self):
        """With roles and waiting notices, which stand on every page of a person who is signed in."""
        from training_site.accounts.models.notice import Notice

        mine = OuterRef("pk")
        roles = Group.objects.filter(user=mine).order_by().values("user")
        waiting = Notice.objects.waiting(mine).order_by().values("person")
        return self.annotate(
            role_names=Subquery(roles.annotate(names=Joined("name")).values("names")),
            waiting_at_first=Subquery(waiting.annotate(n=models.Count("pk")).values("n")),
        )

    def holding(self, *roles: Role):
        """Active people who hold at least one of these roles."""
        return self.filter(is_active=True, groups__name__in=roles).distinct()


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email, name="", password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(
            email, password=password, is_superuser=True, is_staff=True, **fields
        )

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(PubliclyIdentified, AbstractBaseUser, PermissionsMixin):
    """One row for every person with an account. The e-mail address is the login.

    `name` is the professional name, the one shown and printed. There is no legal name here: where a
    record needs one it holds it encrypted, beside its reason.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("professional name"), max_length=200)
    zone = models.CharField(_("time zone"), max_length=64, blank=True)
    mail_off = models.BooleanField(_("messages only on the site"), default=False)
    is_staff = models.BooleanField(default=False, editable=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_one_account_per_address")
        ]

    def __str__(self):
        return self.name or self.email

    def get_full_name(self):
        return str(self)

    get_short_name = get_full_name

    @cached_property
    def roles(self) -> frozenset[str]:
        """Role values held now. Read once a request; a role taken away is gone on the next one."""
        if hasattr(self, "role_names"):
            return frozenset(self.role_names.split(",")) if self.role_names else frozenset()
        return frozenset(self.groups.values_list("name", flat=True))

    def has_role(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


class RoleGrant(models.Model):
    """One row for every time a role was given, ended when it was taken; groups hold the present."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=30, choices=Role.choices)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(ended_at=None),
                name="accounts_role_held_once",
            ),
            models.CheckConstraint(
                name="accounts_role_grant_ended_pair",
                condition=models.Q(ended_by=None) | models.Q(ended_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.person_id} {self.role}"

    @property
    def group(self) -> Group:
        return Group.objects.get(name=self.role)


class IdentityCheck(PubliclyIdentified):
    """That a staff member saw proof of age (18 or over) and identity. No scan is ever kept."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="identity_checks")
    seen_on = models.DateField(_("seen on"))
    seen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("identity check")
        ordering = ["-seen_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_identity_not_seen_by_self",
                condition=~models.Q(person=models.F("seen_by")),
            )
        ]

    def __str__(self):
        return f"{self.person_id} seen on {self.seen_on}"
