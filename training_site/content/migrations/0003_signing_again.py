"""The same version can be signed again on another day: a code is signed anew each year."""

from zoneinfo import ZoneInfo

from django.db import migrations, models

from training_site.audit.triggers import guard

SIGNATURES = "content_attestation"
KEPT = "id public_id person_id version_id at signed_on".split()
# Erasing a person empties the typed name; nothing else of a signature ever moves.
CHANGED = " OR ".join(
    [f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in KEPT]
    + ["(NEW.typed_name <> OLD.typed_name AND NEW.typed_name <> '')"]
)
GUARDS = [
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


def fill_days(apps, schema_editor):
    """The civil day of each signature, by the association's zone."""
    settings = apps.get_model("content", "AssociationSettings")
    zone = ZoneInfo((settings.objects.first() or settings()).zone)
    for one in apps.get_model("content", "Attestation").objects.all():
        one.signed_on = one.at.astimezone(zone).date()
        one.save(update_fields=["signed_on"])


class Migration(migrations.Migration):
    dependencies = [("content", "0002_signed_text_stays")]
    operations = [
        *[one.taken_down() for one in GUARDS],
        migrations.RemoveConstraint("attestation", "content_attested_once_a_version"),
        migrations.AddField("attestation", "signed_on", models.DateField(null=True)),
        migrations.RunPython(fill_days, migrations.RunPython.noop),
        migrations.AlterField("attestation", "signed_on", models.DateField()),
        migrations.AddConstraint(
            "attestation",
            models.UniqueConstraint(
                fields=["person", "version", "signed_on"], name="content_attested_once_a_day"
            ),
        ),
        *GUARDS,
    ]
