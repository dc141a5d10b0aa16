"""One person of a recall as they stand today: what is still missing, who is too near to decide."""

from datetime import datetime

from certification.credentials.models import Certificate
from certification.decisions.contacts import conflicts_for, contacts_with
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import conflicts_of
from certification.recalls.comparing import Case
from certification.recalls.models import RecallItem
from certification.scheme.evaluations import evaluation_for, evaluation_under
from certification.scheme.rules.transitions import DONE, PATHWAY
from training_site.accounts.models import User
from training_site.content.civil import civil_date


def case_now(item: RecallItem) -> Case:
    """What was written down with the item, in the state in which it is now."""
    application = item.application and Application.objects.prefetch_related("decisions").get(
        pk=item.application_id
    )
    certificate = item.certificate and Certificate.objects.get(pk=item.certificate_id)
    version = application.scheme_version if application else None
    return Case(application, certificate, version, civil_date(item.recall.confirmed_at))


def in_conflict(item: RecallItem, person: User, now: datetime) -> bool:
    today = civil_date(now)
    if item.application:
        return bool(conflicts_for(item.application, person, today))
    return bool(conflicts_of(person.pk, contacts_with(item.person_id), today=today))


def still_missing(item: RecallItem, now: datetime) -> list[dict]:
    """Of what the recall took, the requirements that are not met today either."""
    if not item.missing:
        return []
    version = item.application.scheme_version if item.application else None
    answer = (
        evaluation_under(version, item.person, now) if version else evaluation_for(item.person, now)
    )
    if answer is None:
        return []
    states = {row["id"]: row["state"] for row in answer.result["requirements"]}
    states[PATHWAY] = "met" if answer.met else "not_met"
    return [one for one in item.missing if states.get(one["id"]) not in DONE]
