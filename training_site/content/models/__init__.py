from training_site.content.models.association import AssociationSettings
from training_site.content.models.pages import BasePage, HomePage, InformationPage
from training_site.content.models.policies import Attestation, PolicyVersion
from training_site.content.models.sources import Citation, GlossaryTerm, LearningOutcome

__all__ = [
    "AssociationSettings",
    "Attestation",
    "BasePage",
    "Citation",
    "GlossaryTerm",
    "HomePage",
    "InformationPage",
    "LearningOutcome",
    "PolicyVersion",
]
