"""The settings of the one association that this installation serves."""

from contextlib import contextmanager

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Site

from training_site.content.models import AssociationSettings

_request = Local()


def association() -> AssociationSettings:
    """The association's settings, asked for once in each request; made with defaults the first time."""
    kept = getattr(_request, "kept", None)
    if kept is None:
        return _saved()
    if not kept:
        kept.append(_saved())
    return kept[0]


@contextmanager
def asked_once():
    """For a command that asks thousands of times, and saves them, if at all, by itself."""
    _request.kept = []
    try:
        yield
    finally:
        _let_go(sender=None)


def _saved() -> AssociationSettings:
    saved = AssociationSettings.objects.filter(site__is_default_site=True).first()
    return saved or _first_ever()


def _first_ever() -> AssociationSettings:
    site = Site.objects.filter(is_default_site=True).first()
    return AssociationSettings.for_site(site) if site else AssociationSettings()


@receiver([request_started, post_save], dispatch_uid="content.association_anew")
def _anew(sender, **kwargs):
    """Between requests nothing is kept: another process may have saved meanwhile."""
    begins = kwargs.get("signal") is request_started
    if begins or (sender is AssociationSettings and hasattr(_request, "kept")):
        _request.kept = []


@receiver(request_finished, dispatch_uid="content.association_let_go")
def _let_go(sender, **kwargs):
    if hasattr(_request, "kept"):
        del _request.kept
