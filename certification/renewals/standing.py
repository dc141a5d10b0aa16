"""Where somebody stands between two terms: the certificate, the days around its end, the renewal."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import cached_property

from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import HELD, Standing
from certification.renewals.evidence import Evidence, evidence_of, terms_of
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalState
from certification.scheme.rules.renewing import RenewalTerms
from certification.scheme.rules.requirements.renewals import Term
from training_site.content.civil import civil_date

DAYS_TO_CHECK = 14
DAYS_TO_DECIDE = 30
"""What the association promises: from handing in, and from handing in to the decision."""


@dataclass(frozen=True)
class Renewing:
    """One certificate and everything that its holder's page says of its next term."""

    certificate: Certificate
    now: datetime
    terms: RenewalTerms | None
    renewal: Renewal | None
    """That of this term: the open one, or the one decided last; taken back ones say nothing."""

    @cached_property
    def today(self) -> date:
        return civil_date(self.now)

    @cached_property
    def term(self) -> Term | None:
        one = self.certificate
        return self.terms and self.terms.term(one.valid_from, one.valid_until)

    @cached_property
    def evidence(self) -> Evidence | None:
        return evidence_of(self.certificate, self.now)

    @property
    def window(self) -> str | None:
        return self.term and self.term.window(self.today)

    @property
    def phase(self) -> str:
        """One word for the page: what is being done comes before what the calendar says."""
        if self.certificate.standing not in HELD:
            return "closed"
        if self.renewal and self.renewal.state == RenewalState.DECIDED:
            return "renewed" if self.renewal.outcome == "renew" else "refused"
        if self.renewal:
            return str(self.renewal.state)
        return self.window or "silent"

    @property
    def is_suspended(self) -> bool:
        return self.certificate.standing == Standing.SUSPENDED

    @property
    def days_left(self) -> int:
        """To the last day of the term, or after it to the last day of grace."""
        last = self.term.last if self.window in ("before", "open") else self.term.grace
        return (last - self.today).days

    @property
    def answer_by(self) -> date:
        """By when the association has promised the next step."""
        days = DAYS_TO_DECIDE if self.renewal.state == RenewalState.CHECKED else DAYS_TO_CHECK
        return civil_date(self.renewal.submitted_at) + timedelta(days=days)


def certificates_of(person) -> list[Certificate]:
    """The one of each line that counts or counted last; what can be renewed first, by its end."""
    rows = (
        Certificate.objects.of(person).current().select_related("holder", "scheme_version__scheme")
    )
    return sorted(rows, key=lambda one: (one.standing in HELD, one.valid_until), reverse=True)


def renewing(certificate: Certificate, now: datetime) -> Renewing:
    return Renewing(certificate, now, terms_of(certificate), renewal_of(certificate))


def renewal_of(certificate: Certificate) -> Renewal | None:
    """The newest of this term that was not taken back, whichever certificate of the line it names."""
    rows = renewals_of(certificate).exclude(state=RenewalState.TAKEN_BACK)
    return rows.order_by("-pk").first()


def renewals_of(certificate: Certificate):
    """All that were handed in for this term: a corrected name or another number changes no term."""
    line = Certificate.objects.line_of(certificate).order_by()
    return Renewal.objects.filter(certificate__in=line, term_last=certificate.valid_until)
