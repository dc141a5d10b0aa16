"""Triggers: a policy version is never changed, a signature only loses the name typed into it."""

from django.db import migrations

from training_site.audit.triggers import guard

POLICIES, SIGNATURES = "content_policyversion", "content_attestation"
KEPT = "id public_id person_id version_id at".split()
# Erasing a person empties the typed name; nothing else of a signature ever moves.
CHANGED = " OR ".join(
    [f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in KEPT]
    + ["(NEW.typed_name <> OLD.typed_name AND NEW.typed_name <> '')"]
)


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial")]
    operations = [
        guard(
            "content_policy_version_is_never_changed",
            POLICIES,
            on="UPDATE",
            message="a policy version is never changed, a new one is published",
        ),
        guard(
            "content_policy_version_is_never_removed",
            POLICIES,
            on="DELETE",
            message="a policy version is never removed",
        ),
        guard(
            "content_attestation_is_never_changed",
            SIGNATURES,
            on="UPDATE",
            when=CHANGED,
            message="a signature is never changed",
        ),
        guard(
            "content_attestation_is_never_removed",
            SIGNATURES,
            on="DELETE",
            message="a signature is never removed",
        ),
    ]
