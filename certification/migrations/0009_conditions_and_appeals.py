"""Conditions of decisions, appeals, and rounds: an application can go to a decision again."""

import django.db.models.deletion
import training_site.crypto.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from training_site.audit.triggers import rebuilding

class Migration(migrations.Migration):

    dependencies = [
        ('certification', '0008_signed_practice_stays'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = rebuilding([
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reasons', training_site.crypto.fields.EncryptedTextField(verbose_name='reasons')),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'appeal',
                'ordering': ['made_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AppealRuling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('upheld', 'Upheld'), ('partly', 'Upheld in part'), ('dismissed', 'Dismissed')], max_length=10, verbose_name='outcome')),
                ('follows', models.CharField(choices=[('reopen', 'Decided anew, by other people'), ('reinstate', 'The certificate stands again'), ('nothing', 'What was decided stands')], max_length=10, verbose_name='what follows')),
                ('reason_codes', models.JSONField(verbose_name='reasons')),
                ('reason_list', models.CharField(max_length=10)),
                ('text', training_site.crypto.fields.EncryptedTextField(verbose_name='in words')),
                ('decided_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'ruling',
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(max_length=40, verbose_name='what')),
                ('kind_list', models.CharField(max_length=10)),
                ('text', training_site.crypto.fields.EncryptedTextField(verbose_name='in words')),
                ('due_on', models.DateField(verbose_name='due, that day included')),
                ('shown_by', models.CharField(blank=True, max_length=100)),
            ],
            options={
                'verbose_name': 'condition',
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ConditionEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('done', 'Said to be done'), ('met', 'Met'), ('not_met', 'Not met'), ('extended', 'More time')], max_length=10)),
                ('text', training_site.crypto.fields.EncryptedTextField()),
                ('due_on', models.DateField(null=True)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SetAside',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='application',
            name='certification_one_open_application',
        ),
        migrations.RemoveConstraint(
            model_name='application',
            name='certification_application_state_known',
        ),
        migrations.AddField(
            model_name='application',
            name='round',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='decision',
            name='round',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name='application',
            name='state',
            field=models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Handed in'), ('incomplete', 'Something is missing'), ('in_review', 'In review'), ('recommended', 'Waiting for the decision'), ('decided', 'Decided'), ('appealed', 'Appealed')], default='draft', max_length=12),
        ),
        migrations.AlterField(
            model_name='decision',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='certification.application'),
        ),
        migrations.AlterField(
            model_name='decisionreviewer',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decided_in', to='certification.review'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['decided', 'appealed']), _negated=True), fields=('applicant',), name='certification_one_open_application'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'incomplete', 'in_review', 'recommended', 'decided', 'appealed'])), name='certification_application_state_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('application', 'round'), name='certification_decided_once_a_round'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', 'grant')), fields=('application',), name='certification_granted_once'),
        ),
        migrations.AddField(
            model_name='appeal',
            name='appellant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appeals', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='appeal',
            name='decision',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appeal', to='certification.decision'),
        ),
        migrations.AddField(
            model_name='appeal',
            name='event',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appeal', to='certification.certificateevent'),
        ),
        migrations.AddField(
            model_name='appealruling',
            name='appeal',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='ruling', to='certification.appeal'),
        ),
        migrations.AddField(
            model_name='appealruling',
            name='appellant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='appealruling',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='condition',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='certification.decision'),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='applicant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='condition',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='certification.condition'),
        ),
        migrations.AddField(
            model_name='setaside',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='setaside',
            name='decision',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='set_aside', to='certification.decision'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision', None), ('event__isnull', False)), models.Q(('decision__isnull', False), ('event', None)), _connector='OR'), name='certification_appeal_against_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='appealruling',
            constraint=models.CheckConstraint(condition=models.Q(('appellant', models.F('decided_by')), _negated=True), name='certification_nobody_answers_their_own_appeal'),
        ),
        migrations.AddConstraint(
            model_name='appealruling',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('follows', 'nothing'), ('outcome', 'dismissed')), models.Q(('follows__in', ['reopen', 'reinstate']), ('outcome', 'upheld')), models.Q(('follows__in', ['reopen', 'reinstate', 'nothing']), ('outcome', 'partly')), _connector='OR'), name='certification_ruling_has_what_follows'),
        ),
        migrations.AddConstraint(
            model_name='conditionevent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('by', models.F('applicant')), ('what', 'done')), models.Q(models.Q(('what', 'done'), _negated=True), models.Q(('by', models.F('applicant')), _negated=True)), _connector='OR'), name='certification_nobody_closes_their_own_condition'),
        ),
        migrations.AddConstraint(
            model_name='conditionevent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('due_on__isnull', False), ('what', 'extended')), models.Q(('due_on', None), ('what__in', ['done', 'met', 'not_met'])), _connector='OR'), name='certification_more_time_has_a_day'),
        ),
        migrations.AddConstraint(
            model_name='conditionevent',
            constraint=models.UniqueConstraint(condition=models.Q(('what__in', ['met', 'not_met'])), fields=('condition',), name='certification_condition_closed_once'),
        ),
    ])
