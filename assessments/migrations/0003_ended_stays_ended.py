"""Triggers: an attempt that has ended keeps its answers, its marks and its result.

Raw SQL included. A regrade, when there is one, is a row of its own beside what was marked.
"""

from django.db import migrations

from training_site.audit.triggers import guard

KEPT = (
    "public_id learner_id assessment_id form_id number state started_at submitted_at pass_marks"
    " max_marks marks passed"
).split()
CHANGED = " OR ".join(
    f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in KEPT
)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_immutable")]
    operations = [
        guard(
            "assessments_attempt_ended",
            "assessments_attempt",
            on="UPDATE",
            when=f"OLD.submitted_at IS NOT NULL AND ({CHANGED})",
            message="an ended attempt is never changed",
        ),
    ]
