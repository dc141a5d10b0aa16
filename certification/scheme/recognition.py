"""What can be recognised instead of hours done here, and what was."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from certification.practice.models import OpeningBalance
from certification.scheme.models import Credit, SchemeVersion
from certification.scheme.models.credits import CreditKind
from certification.scheme.rules import Scheme, read_scheme
from training_site.accounts.models import User
from training_site.content.templatetags.triad import duration

OF_MINUTES = ("total_min", "category_min", "milestone_split")


@dataclass(frozen=True)
class Creditable:
    """A requirement by its id; minutes can be recognised only where it counts them."""

    id: str
    title: str
    measured: bool


def creditable(version: SchemeVersion | None) -> list[Creditable]:
    if version is None:
        return []
    scheme: Scheme = read_scheme(version.text)
    return [
        Creditable(one.id, one.title, scheme.rule_names[one.id] in OF_MINUTES)
        for one in scheme.requirements
    ]


@dataclass(frozen=True)
class Recognised:
    """One credit, waiver or opening balance in the words its intern reads."""

    what: str
    when: datetime
    why: str


def recognised_for(intern, version: SchemeVersion | None) -> list[Recognised]:
    """What stands for this person, newest first."""
    titles = {one.id: one.title for one in creditable(version)}
    credits = Credit.objects.of(intern).approved()
    balances = OpeningBalance.objects.of(intern).attested()
    found = [_credit(one, titles) for one in credits] + [_balance(one) for one in balances]
    return sorted(found, key=lambda one: one.when, reverse=True)


def waiting_people() -> list[tuple[User, int]]:
    """Whose credits, waivers or hours brought along wait for a second person, and how many."""
    waiting = Counter(Credit.objects.to_approve().values_list("intern", flat=True))
    open_balances = OpeningBalance.objects.filter(confirmed_at=None, withdrawn_at=None)
    waiting.update(open_balances.values_list("intern", flat=True))
    people = User.objects.filter(pk__in=waiting).order_by("name", "pk")
    return [(person, waiting[person.pk]) for person in people]


def credit_words(credit: Credit, titles: dict[str, str]) -> str:
    title = titles.get(credit.requirement, credit.requirement)
    if credit.kind == CreditKind.WAIVER:
        return _("%(title)s: waived") % {"title": title}
    words = {"title": title, "minutes": duration(credit.minutes)}
    return _("%(title)s: %(minutes)s recognised as equivalent") % words


def balance_words(balance: OpeningBalance) -> str:
    words = {"what": balance.get_category_display(), "minutes": duration(balance.minutes)}
    return _("%(what)s: %(minutes)s brought along from elsewhere") % words


def _credit(credit: Credit, titles: dict[str, str]) -> Recognised:
    return Recognised(credit_words(credit, titles), credit.approved_at, credit.reasons)


def _balance(balance: OpeningBalance) -> Recognised:
    return Recognised(balance_words(balance), balance.confirmed_at, balance.evidence)
