"""The jobs of all sub-packages: the engines look for an app's jobs here."""

from certification.complaints import tasks as complaint_tasks
from certification.concerns import tasks as concern_tasks
from certification.credentials import tasks as credential_tasks
from certification.decisions import tasks as decision_tasks
from certification.practice import tasks as practice_tasks
from certification.recalls import tasks as recall_tasks
from certification.registry import tasks as registry_tasks
from certification.renewals import tasks as renewal_tasks
from certification.scheme import tasks as scheme_tasks

__all__ = [
    "complaint_tasks",
    "concern_tasks",
    "credential_tasks",
    "decision_tasks",
    "practice_tasks",
    "recall_tasks",
    "registry_tasks",
    "renewal_tasks",
    "scheme_tasks",
]
