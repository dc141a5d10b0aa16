"""The trigger on signed hours again, over every column that was signed or that a deadline asks."""

from django.db import migrations

from training_site.audit.triggers import guard

KEPT = (
    "public_id intern_id supervisor_id agreement_id case_id corrects_id category date start zone"
    " minutes modality format group_size content_areas state version logged_at submitted_at"
).split()
# The note may still be encrypted anew under another key, or erased when its time has come; what it
# said is held by the keyed hash in the signature.
CHANGED = " OR ".join(f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in KEPT)


class Migration(migrations.Migration):
    dependencies = [("certification", "0005_decided_stays_decided")]
    operations = [
        guard(
            "certification_signed_hours_stay",
            "certification_hoursentry",
            on="UPDATE",
            when=f"OLD.state = 'signed' AND ({CHANGED})",
            message="signed hours never change; correct them by another entry",
        ),
    ]
