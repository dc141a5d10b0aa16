"""The last wall behind the actions: what was signed, and what a scheme said, can't be rewritten."""

from django.db import migrations

from training_site.audit.triggers import guard

FIXED = "intern_id supervisor_id agreement_id category date start zone minutes modality format state version"
FIXED_OR_EMPTY = {"case_id": "0", "corrects_id": "0", "group_size": "0"}
# The note may still be encrypted anew under another key, or erased when its time has come; what it
# said is held by the keyed hash in the signature.
CHANGED = " OR ".join(
    [f"NEW.{name} <> OLD.{name}" for name in FIXED.split()]
    + [
        f"COALESCE(NEW.{name}, {empty}) <> COALESCE(OLD.{name}, {empty})"
        for name, empty in FIXED_OR_EMPTY.items()
    ]
)
SIGNATURES = ("periodsignoff", "signedentry", "agreementsignature")


class Migration(migrations.Migration):
    dependencies = [("certification", "0001_practice_and_scheme")]

    operations = [
        guard(
            "certification_signed_hours_stay",
            "certification_hoursentry",
            on="UPDATE",
            when=f"OLD.state = 'signed' AND ({CHANGED})",
            message="signed hours never change; correct them by another entry",
        ),
        guard(
            "certification_signed_hours_are_kept",
            "certification_hoursentry",
            on="DELETE",
            when="OLD.state = 'signed'",
            message="signed hours are never removed",
        ),
        *[
            guard(
                f"certification_{table}_no_{on.lower()}",
                f"certification_{table}",
                on=on,
                message="a signature is never changed or removed",
            )
            for table in SIGNATURES
            for on in ("UPDATE", "DELETE")
        ],
        guard(
            "certification_scheme_text_stays",
            "certification_schemeversion",
            on="UPDATE",
            when="OLD.state <> 'draft' AND (NEW.text <> OLD.text OR NEW.number <> OLD.number)",
            message="a scheme version out of draft never changes its rules",
        ),
    ]
