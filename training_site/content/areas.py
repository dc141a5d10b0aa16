"""The eight content areas of the foundation training (at least three hours in each)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentArea(models.TextChoices):
    ETHICS_LAW = "ethics_law", _("Ethics and law")
    TRIAD_COLLABORATION = "triad_collaboration", _("Triad and collaboration")
    CONSENT_BOUNDARIES = "consent_boundaries", _("Consent and boundaries")
    SENSATE_BODY = "sensate_body", _("Sensate focus and body awareness")
    TRAUMA_SAFETY = "trauma_safety", _("Trauma and safety")
    DIVERSITY_DISABILITY = "diversity_disability", _("Diversity and disability")
    DOCUMENTATION_SUPERVISION = "documentation_supervision", _("Documentation and supervision")
    PROFESSIONAL_PRACTICE = "professional_practice", _("Professional practice")
