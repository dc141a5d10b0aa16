"""Doorways of the job engine."""

from django.utils import timezone

from assessments import actions
from assessments.actions.analysis import analyse_assessment, analyse_changed
from assessments.actions.marking import tell_held
from assessments.models import Assessment, Attempt
from training_site.jobs import job, periodic


@periodic(minutes=1)
@job("assessments.close_expired")
def close_expired():
    actions.close_expired(now=timezone.now())


@job("assessments.close_attempt")
def close_attempt(attempt_id: int):
    actions.close(Attempt.objects.get(pk=attempt_id), now=timezone.now())


@job("assessments.tell_result")
def tell_result(attempt_id: int):
    tell_held(Attempt.objects.get(pk=attempt_id), now=timezone.now())


@periodic(minutes=24 * 60)
@job("assessments.analyse_changed")
def nightly_analysis():
    analyse_changed(now=timezone.now())


@job("assessments.analyse")
def analyse(assessment_id: int):
    analyse_assessment(Assessment.objects.get(pk=assessment_id), now=timezone.now())
