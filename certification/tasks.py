"""The jobs of all sub-packages: the engines look for an app's jobs here."""

from certification.concerns import tasks as concern_tasks
from certification.credentials import tasks as credential_tasks

__all__ = ["concern_tasks", "credential_tasks"]
