from training_site.content.actions.attestations import attest
from training_site.content.actions.policies import publish_policy

__all__ = ["attest", "publish_policy"]
