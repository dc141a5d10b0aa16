"""The jobs of all sub-packages: the engines look for an app's jobs here."""

from certification.credentials import tasks as credential_tasks

__all__ = ["credential_tasks"]
