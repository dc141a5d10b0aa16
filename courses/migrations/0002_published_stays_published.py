"""Triggers: what was studied stays as it was; a lesson's version is superseded, never rewritten."""

from django.db import migrations

from training_site.audit.triggers import guard

TABLE = "courses_lessonversion"
FIXED = (
    "public_id lesson_uuid number major content_hash title label minutes content_area"
    " outcome_codes source html published_at"
).split()
# Superseding writes its time once, and a page that is deleted lets go of its versions.
CHANGED = " OR ".join(
    [f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in FIXED]
    + ["(OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at)"]
    + ["(NEW.page_id IS NOT NULL AND NEW.page_id IS DISTINCT FROM OLD.page_id)"]
)


class Migration(migrations.Migration):
    dependencies = [("courses", "0001_initial")]
    operations = [
        guard(
            "courses_lesson_version_is_never_changed",
            TABLE,
            on="UPDATE",
            when=CHANGED,
            message="a lesson version is never changed",
        ),
        guard(
            "courses_lesson_version_is_never_removed",
            TABLE,
            on="DELETE",
            message="a lesson version is never removed",
        ),
    ]
