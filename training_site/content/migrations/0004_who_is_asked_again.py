"""A version says whether it asks everybody to sign again, or only corrects wording."""

from django.db import migrations, models

from training_site.audit.triggers import guard

POLICIES = "content_policyversion"
# SQLite rebuilds the table for a column with a default, and drops its triggers with the old one.
GUARDS = [
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
]


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0003_signing_again'),
    ]

    operations = [
        *[one.taken_down() for one in GUARDS],
        migrations.AddField(
            model_name='policyversion',
            name='asks_again',
            field=models.BooleanField(default=True, help_text='Leave it ticked when the duties change. Without it the version only corrects wording: a signature of the one before goes on counting.', verbose_name='asks everybody to sign again'),
        ),
        *GUARDS,
    ]
