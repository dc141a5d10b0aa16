"""The settings of the one association that this installation serves."""

from wagtail.models import Site

from training_site.content.models import AssociationSettings


def association() -> AssociationSettings:
    """The association's settings, in one query; the first time ever they are made with defaults."""
    saved = AssociationSettings.objects.filter(site__is_default_site=True).first()
    return saved or _first_ever()


def _first_ever() -> AssociationSettings:
    site = Site.objects.filter(is_default_site=True).first()
    return AssociationSettings.for_site(site) if site else AssociationSettings()
