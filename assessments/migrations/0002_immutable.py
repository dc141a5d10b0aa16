"""What was shown to a learner stays as it was shown: the database refuses what no action does."""

from django.db import migrations

from training_site.audit.triggers import guard

FROZEN = (
    "item_id number kind stem options scoring level sources content_note content_hash published_at"
)
CHANGED = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FROZEN.split())


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial")]

    operations = [
        guard(
            "assessments_version_frozen",
            "assessments_itemversion",
            on="UPDATE",
            when=f"OLD.published_at IS NOT NULL AND (NEW.published_at IS NULL OR {CHANGED})",
            message="a published item version is never edited",
        ),
        guard(
            "assessments_version_kept",
            "assessments_itemversion",
            on="DELETE",
            when="OLD.published_at IS NOT NULL",
            message="a published item version is never deleted",
        ),
        guard(
            "assessments_form_frozen",
            "assessments_formitem",
            on="UPDATE",
            message="a form is never edited",
        ),
        guard(
            "assessments_form_kept",
            "assessments_formitem",
            on="DELETE",
            message="a form is never deleted",
        ),
        guard(
            "assessments_attempt_kept",
            "assessments_attempt",
            on="DELETE",
            when="OLD.submitted_at IS NOT NULL",
            message="an ended attempt is never deleted",
        ),
    ]
