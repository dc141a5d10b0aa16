from training_site.content.actions.attestations import attest

__all__ = ["attest"]
