"""For pages of lower layers on which an appeal shows: the queue, the dossier, one's own letters."""

from django import template
from django.utils import timezone

from certification.appeals.deadlines import event_to_appeal, last_day_of
from certification.appeals.models import Appeal
from certification.appeals.telling import waiting_for
from certification.appeals.wording import REASON_SENTENCES
from certification.credentials.models import Certificate
from training_site.accounts.permissions import may
from training_site.content.civil import civil_date

register = template.Library()


@register.inclusion_tag("staff/certification/queue_appeals.html")
def appeals_waiting(user):
    rows = waiting_for(user, timezone.now()) if may(user, "appeals.see") else []
    return {"rows": rows}


@register.inclusion_tag("staff/certification/appeal_knot.html")
def appeal_knot(decision, outside: bool):
    """That there was an appeal and how it was answered; the appellant's own words stay with it."""
    appeal = Appeal.objects.filter(decision=decision).with_case().first()
    codes = appeal.answer.reason_codes if appeal and appeal.answer else []
    reasons = [REASON_SENTENCES[code] for code in codes]
    return {"appeal": appeal, "reasons": reasons, "outside": outside}


@register.inclusion_tag("certification/appeals/link.html")
def appeal_link(decision):
    """The way to appeal, or to the appeal that was made."""
    newest = decision.application.round == decision.round and decision.outcome != "grant"
    appeal = Appeal.objects.filter(decision=decision).first()
    until = decision.appeal_until if newest else None
    return _link(appeal, "appeal_decision", decision, until) | {"said": False}


@register.inclusion_tag("certification/appeals/link.html")
def appeal_certificate_link(certificate):
    event = event_to_appeal(certificate)
    line = Certificate.objects.line_of(certificate)
    newest = Appeal.objects.filter(event__certificate__in=line).order_by("-made_at").first()
    if event:
        newest = Appeal.objects.filter(event=event).first()
    until = last_day_of(certificate, event) if event else None
    return _link(newest, "appeal_certificate", certificate, until)


@register.inclusion_tag("certification/appeals/link.html")
def appeal_renewal_link(renewal):
    """For the page on which its holder reads that it was refused."""
    until = renewal.appeal_until if renewal.outcome == "refuse" else None
    return _link(Appeal.objects.filter(renewal=renewal).first(), "appeal_renewal", renewal, until)


@register.inclusion_tag("certification/appeals/link.html")
def appeal_finding_link(finding):
    """For the page on which the respondent reads what the committee found."""
    stands = finding.finding != "not" and finding.set_aside_at is None
    until = finding.appeal_until if stands else None
    return _link(Appeal.objects.filter(finding=finding).first(), "appeal_finding", finding, until)


def _link(appeal: Appeal | None, name: str, thing, until) -> dict:
    in_time = until is not None and civil_date(timezone.now()) <= until
    return {
        "appeal": appeal,
        "in_time": in_time,
        "name": name,
        "thing": thing,
        "until": until,
        "said": True,
    }
