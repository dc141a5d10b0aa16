"""Triggers: an event is written once, sealed once and never removed."""

from django.db import migrations

from training_site.audit.triggers import guard

TABLE = "audit_auditevent"
COLUMNS = (
    "public_id verb at actor_id subject_id target_type target_id rule_version commitments content_hash"
).split()
# Only the sealer's update passes: an unsealed row, its content as it was.
CHANGED = " OR ".join(
    ["OLD.seq IS NOT NULL"]
    + [f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in COLUMNS]
)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        guard(
            "audit_event_is_never_changed",
            TABLE,
            on="UPDATE",
            when=CHANGED,
            message="an audit event is never changed",
        ),
        guard(
            "audit_event_is_never_removed",
            TABLE,
            on="DELETE",
            message="an audit event is never removed",
        ),
    ]
