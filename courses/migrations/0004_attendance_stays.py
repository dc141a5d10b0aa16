"""The last wall: signed attendance is never rewritten and never removed."""

from django.db import migrations

from training_site.audit.triggers import guard

TABLE = "courses_attendance"
FIXED = "public_id live_day_id learner_id minutes taken_by_id taken_at corrects_id".split()
# The reason may be encrypted anew under another key.
CHANGED = " OR ".join(f"NEW.{c} IS DISTINCT FROM OLD.{c}" for c in FIXED)


class Migration(migrations.Migration):
    dependencies = [("courses", "0003_cohorts_in_time_and_live_days")]
    operations = [
        guard(
            "courses_attendance_is_never_changed",
            TABLE,
            on="UPDATE",
            when=CHANGED,
            message="attendance never changes; correct it by another entry",
        ),
        guard(
            "courses_attendance_is_never_removed",
            TABLE,
            on="DELETE",
            message="attendance is never removed",
        ),
    ]
