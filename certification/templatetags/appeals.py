"""For pages of lower layers on which an appeal shows: the queue, the dossier, one's own letters."""

from django import template
from django.utils import timezone

from certification.appeals.deadlines import event_to_appeal, last_day_of
from certification.appeals.models import Appeal
from certification.appeals.telling import waiting_for
from certification.appeals.wording import REASON_SENTENCES
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
    appeal = Appeal.objects.filter(decision=decision).first()
    newest = decision.application.round == decision.round and decision.outcome != "grant"
    in_time = newest and civil_date(timezone.now()) <= decision.appeal_until
    return {"appeal": appeal, "in_time": in_time, "name": "appeal_decision", "thing": decision}


@register.inclusion_tag("certification/appeals/link.html")
def appeal_certificate_link(certificate):
    event = event_to_appeal(certificate)
    newest = Appeal.objects.filter(event__certificate=certificate).order_by("-made_at").first()
    appeal = newest if event is None or (newest and newest.event_id == event.pk) else None
    today = civil_date(timezone.now())
    in_time = event is not None and today <= last_day_of(certificate, event)
    return {
        "appeal": appeal,
        "in_time": in_time,
        "name": "appeal_certificate",
        "thing": certificate,
    }
