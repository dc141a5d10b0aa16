"""Publishing a version of a policy. There is no verb that edits one."""

from datetime import datetime

from django.db import transaction

from training_site import audit
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.rules.policies import may_publish


@transaction.atomic
def publish_policy(version: PolicyVersion, *, by, now: datetime) -> PolicyVersion:
    may_publish(effective_from=version.effective_from, today=civil_date(now)).require()
    version.save(force_insert=True)
    audit.record(
        "content.policy.published",
        actor=by,
        target=version,
        at=now,
        values={"policy": version.policy, "version": version.number},
    )
    return version
