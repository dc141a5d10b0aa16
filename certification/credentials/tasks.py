"""The doorways of jobs to issuing."""

from django.utils import timezone

from training_site.jobs import job


@job("certification.issue_certificate")
def issue_certificate(decision_id: int):
    from certification.credentials.actions import issue

    issue(decision_id, now=timezone.now())


@job("certification.issue_recorded")
def issue_recorded_certificate(record_id: int):
    from certification.credentials.actions import issue_recorded

    issue_recorded(record_id, now=timezone.now())


@job("certification.issue_replacement")
def issue_replacement_certificate(replacement_id: int):
    from certification.credentials.actions import issue_replacement

    issue_replacement(replacement_id, now=timezone.now())
