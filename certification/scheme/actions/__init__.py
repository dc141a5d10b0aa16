"""The writers of schemes: loading a version, putting it in force, holding people to it."""

from certification.scheme.actions.evaluation_forms import load_evaluation_form
from certification.scheme.actions.internships import begin_internship
from certification.scheme.actions.loading import load_scheme, put_in_force
from certification.scheme.actions.logs import record_log_taken
from certification.scheme.actions.pins import pin

__all__ = [
    "begin_internship",
    "load_evaluation_form",
    "load_scheme",
    "pin",
    "put_in_force",
    "record_log_taken",
]
