"""What is asked of certificates: who holds one on a day, which one counts, what was revoked."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models import (
    DateField,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
)

from certification.credentials.models.recorded import looks_after_certificates
from certification.credentials.rules.lifecycle import HELD, REPLACED, REVOKED, Standing
from training_site.accounts.models import User
from training_site.content.civil import association_zone

A_DAY = timedelta(days=1)
STANDS = ("issued", "reinstated")
"""Kinds of event after which a certificate counts."""

ANOTHER_TERM = "renewal"
"""The one kind of replacement that counts from its own first day; the others go on where the one
before stopped."""


class CertificateQuerySet(models.QuerySet):
    def issued(self):
        """Those whose documents are all stored; before that nobody is shown anything."""
        return self.exclude(issued_at=None)

    def visible_to(self, user):
        """The holder's own; every one for those who look after them."""
        if looks_after_certificates(user):
            return self.issued()
        return self.issued().filter(holder=user)

    def of(self, holder):
        return self.issued().filter(holder=holder)

    def current(self):
        """Without those that another took the place of: the newest of each line."""
        return self.issued().exclude(standing__in=REPLACED)

    def held_on(self, holders: User | Iterable[User], day: date, scheme=None):
        """The certificates by which these people are certified on a civil day of the association."""
        rows = self.counting_on(day)._of_any(holders)
        return rows if scheme is None else rows.filter(scheme_version__scheme=scheme)

    def counting_on(self, day: date):
        """Those by which anybody is certified on that day.

        The one answer to "was she certified on that day", whatever came later: what was suspended
        on that day does not count, what was replaced or withdrawn since did. Whoever is publicly
        Valid counts, the time to renew included; so for today it says what /verify/ says.
        """
        begun = self.issued().filter(valid_from__lte=day)
        return begun._running_on(day)._standing_on(day)

    def held_by(self, holder, today: date) -> bool:
        """Whether this person has a certificate that still runs, suspended or not; one that is
        being made for a grant counts already, one that is to replace another does not."""
        waiting = Q(issued_at=None, replacement__isnull=False)
        held = self.filter(holder=holder, standing__in=HELD).exclude(waiting)
        return held._running_on(today).exists()

    def line_of(self, certificate):
        """Every certificate of the same certification, the newest first."""
        first = certificate.first_id or certificate.pk
        return self.filter(Q(pk=first) | Q(first=first)).order_by("-allocated_at", "-pk")

    def current_of(self, certificate):
        """The one of the same line that counts, or that was the last to count."""
        return self.line_of(certificate).current().first()

    def to_look_at(self, today: date):
        """Suspended ones whose day to be looked at again has come; `review_on` says which.

        A measure or a sanction that came on top has days of its own and hides this one from nobody.
        """
        events = self.model.events.rel.related_model.objects
        same = {"certificate": OuterRef("certificate"), "at__gt": OuterRef("at")}
        over = Exists(events.filter(kind="reinstated", **same))
        asked = events.filter(kind="suspended").exclude(over).exclude(review_on=None)
        newest = asked.filter(certificate=OuterRef("pk")).order_by("-at", "-pk")
        suspended = self.issued().filter(standing=Standing.SUSPENDED)
        asked = suspended.annotate(review_on=Subquery(newest.values("review_on")[:1]))
        return asked.filter(review_on__lte=today)

    def numbered(self, number: str | None):
        return self.issued().filter(number=number or "")

    def revoked_bits(self, status_list: int):
        revoked = self.filter(status_list=status_list, standing__in=REVOKED)
        return revoked.order_by("status_index").values_list("status_index", flat=True)

    def _of_any(self, holders):
        return self.filter(holder__in=[holders] if isinstance(holders, User) else holders)

    def _running_on(self, day: date):
        """Neither the last day nor the days of grace after it are over."""
        grace = ExpressionWrapper(F("grace_days"), IntegerField())  # SQLite multiplies no other
        days = ExpressionWrapper(grace * Value(A_DAY), DurationField())
        last = ExpressionWrapper(F("valid_until") + days, DateField())
        return self.alias(runs_until=last).filter(runs_until__gte=day)

    def _standing_on(self, day: date):
        """By how it stands since, and by its history for a day before that."""
        end = datetime.combine(day + A_DAY, time(), tzinfo=association_zone())
        events = self.model.events.rel.related_model.objects.filter(at__lt=end)
        newest = events.filter(certificate=OuterRef("pk")).order_by("-at", "-pk")
        told = self.alias(stood=Subquery(newest.values("kind")[:1]))
        taken_over = Q(replacement=None) | Q(replacement__kind=ANOTHER_TERM) | Q(issued_at__lt=end)
        counted = told.filter(Q(stood=None) | Q(stood__in=STANDS), taken_over)
        return counted.exclude(~Q(standing=Standing.ACTIVE), standing_on__lte=day)
