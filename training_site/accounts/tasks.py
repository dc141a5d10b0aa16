"""Doorways of the job engine."""

from django.utils import timezone

from training_site.accounts.actions.invitations import mail_invitation
from training_site.accounts.actions.notices import mail_notice
from training_site.accounts.actions.passwords import mail_reset
from training_site.accounts.models import Invitation, Notice
from training_site.jobs import job


@job("accounts.mail_notice")
def send_notice(notice_id: int):
    mail_notice(Notice.objects.select_related("person").get(pk=notice_id), now=timezone.now())


@job("accounts.mail_invitation")
def send_invitation(invitation_id: int):
    mail_invitation(Invitation.objects.get(pk=invitation_id))


@job("accounts.mail_reset")
def send_reset(person_id: int):
    mail_reset(person_id)
