"""The settings of the one association that this installation serves."""

from training_site.content.models import AssociationSettings


def association() -> AssociationSettings:
    """The association's settings; unsaved defaults before the site exists."""
    from wagtail.models import Site

    site = Site.objects.filter(is_default_site=True).first()
    return AssociationSettings.for_site(site) if site else AssociationSettings()
