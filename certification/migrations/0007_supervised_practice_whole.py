import django.db.models.deletion
import training_site.crypto.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("certification", "0006_signed_hours_whole"),
        ("content", "0004_who_is_asked_again"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseMilestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opening_meeting", "Opening meeting of the three"),
                            ("consents", "Consents and release of information signed"),
                            ("closure_meeting", "Closure meeting of the three"),
                        ],
                        max_length=20,
                    ),
                ),
                ("on", models.DateField(verbose_name="date")),
                ("attested_at", models.DateTimeField()),
                (
                    "attested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="certification.case",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "kind"), name="certification_case_step_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CasePause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="paused from")),
                (
                    "ends_on",
                    models.DateField(blank=True, null=True, verbose_name="last day of the pause"),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("clinical", "A clinical reason, known to the clinician"),
                            ("availability", "Somebody is away"),
                            ("agreement", "The agreement is being looked at"),
                            ("other", "Another reason"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("paused_at", models.DateTimeField()),
                ("resumed_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pauses",
                        to="certification.case",
                    ),
                ),
                (
                    "paused_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resumed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="certification_pause_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resumed_at__isnull", True), ("resumed_by__isnull", True)),
                            models.Q(("resumed_at__isnull", False), ("resumed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="certification_pause_resumed_whole",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("resumed_at", None)),
                        fields=("case",),
                        name="certification_one_open_pause_a_case",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContestedSignOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("signature", "A signature that does not come"),
                            ("lateness", "Hours that were handed in late"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("silent", "No answer from the person who signs"),
                            ("refused", "They will not sign, and I disagree"),
                            ("unreachable", "They have left or can't be reached"),
                            ("registrar", "The deadline for signing has passed"),
                            ("late", "I had a reason to be late"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                (
                    "statement",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="what happened"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "With the registrar"),
                            ("upheld", "Upheld"),
                            ("dismissed", "Not upheld"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                (
                    "answer",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="the supervisor's answer"
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decision",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="reasons"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contests_about",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "contested sign-off",
                "ordering": ["-opened_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("decided_by", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="certification_contest_state_has_its_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("intern")), ("state", "withdrawn")),
                            models.Q(
                                models.Q(("decided_by", models.F("intern")), _negated=True),
                                models.Q(("decided_by", models.F("supervisor")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="certification_contest_decided_by_an_outsider",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Credit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("equivalence", "Minutes recognised as equivalent"),
                            ("waiver", "Requirement waived"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("requirement", models.CharField(max_length=60, verbose_name="requirement")),
                (
                    "minutes",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="minutes"),
                ),
                (
                    "reasons",
                    training_site.crypto.fields.EncryptedTextField(
                        verbose_name="reasons and evidence"
                    ),
                ),
                ("proposed_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("declined_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "declined_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credits",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "credit or waiver",
                "verbose_name_plural": "credits and waivers",
                "ordering": ["-proposed_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "equivalence"), ("minutes__gte", 1)),
                            models.Q(("kind", "waiver"), ("minutes", None)),
                            _connector="OR",
                        ),
                        name="certification_credit_minutes_of_an_equivalence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_credit_approved_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("declined_at__isnull", True), ("declined_by__isnull", True)),
                            models.Q(
                                ("declined_at__isnull", False), ("declined_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_credit_declined_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_credit_withdrawn_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_at", None), ("declined_at", None), _connector="OR"
                        ),
                        name="certification_credit_answered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("proposed_by", models.F("intern")), _negated=True),
                            models.Q(
                                ("approved_by", None),
                                models.Q(
                                    models.Q(
                                        ("approved_by", models.F("proposed_by")), _negated=True
                                    ),
                                    models.Q(("approved_by", models.F("intern")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="certification_credit_of_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvaluationForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("code", models.SlugField(max_length=40)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("mentor", "Mentor"),
                            ("clinician", "Clinician"),
                            ("intern", "Intern, about their own work"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("guidance", models.TextField(blank=True)),
                ("for_each_case", models.BooleanField(default=False)),
                ("rubric", models.JSONField()),
                ("pass_level", models.PositiveSmallIntegerField()),
                ("effective_from", models.DateField()),
                ("loaded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["code", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "version"),
                        name="certification_evaluation_form_version_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("boundary", "A boundary was crossed or in question"),
                            ("consent", "Consent was unclear or withdrawn"),
                            ("distress", "Marked distress in or after a session"),
                            ("safety", "Somebody's safety"),
                            ("confidentiality", "Confidential information got out"),
                            ("contact", "Contact outside the agreed setting"),
                            ("health", "A departure from the health policy"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                        verbose_name="what it was about",
                    ),
                ),
                ("on", models.DateField(verbose_name="date")),
                (
                    "what_happened",
                    training_site.crypto.fields.EncryptedTextField(verbose_name="what happened"),
                ),
                (
                    "done_at_once",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="what was done at once"
                    ),
                ),
                (
                    "clinician_told",
                    models.BooleanField(default=False, verbose_name="the clinician knows"),
                ),
                (
                    "mentor_told",
                    models.BooleanField(default=False, verbose_name="the mentor knows"),
                ),
                ("reported_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reported", "Reported"),
                            ("in_hand", "Being looked at"),
                            ("closed", "Closed"),
                        ],
                        default="reported",
                        max_length=10,
                    ),
                ),
                ("taken_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="what came of it"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="certification.case",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents_reported",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "incident report",
                "ordering": ["-reported_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at", None),
                                ("state", "reported"),
                                ("taken_at", None),
                                ("taken_by", None),
                            ),
                            models.Q(
                                ("closed_at", None),
                                ("state", "in_hand"),
                                ("taken_at__isnull", False),
                                ("taken_by__isnull", False),
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("state", "closed"),
                            ),
                            _connector="OR",
                        ),
                        name="certification_incident_state_has_its_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("taken_by", None),
                                models.Q(("taken_by", models.F("reporter")), _negated=True),
                                _connector="OR",
                            ),
                            models.Q(
                                ("closed_by", None),
                                models.Q(("closed_by", models.F("reporter")), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="certification_incident_handled_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IntensivePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                ("proposed_at", models.DateTimeField()),
                ("agreed_at", models.DateTimeField(null=True)),
                ("declined_at", models.DateTimeField(null=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intensives",
                        to="certification.case",
                    ),
                ),
                (
                    "declined_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="certification_intensive_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                            models.Q(("agreed_at__isnull", False), ("agreed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="certification_intensive_agreed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("declined_at__isnull", True), ("declined_by__isnull", True)),
                            models.Q(
                                ("declined_at__isnull", False), ("declined_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_intensive_declined_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_at", None), ("declined_at", None), _connector="OR"
                        ),
                        name="certification_intensive_answered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by", None),
                            models.Q(("agreed_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="certification_intensive_agreed_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaveOfAbsence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="first day away")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day away")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Waiting for the association"),
                            ("granted", "Granted"),
                            ("declined", "Not granted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaves",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "leave of absence",
                "verbose_name_plural": "leaves of absence",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="certification_leave_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None), ("answered_by", None), ("state", "asked")
                            ),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="certification_leave_answered_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["granted", "declined"]), _negated=True),
                            models.Q(("answered_by", models.F("person")), _negated=True),
                            _connector="OR",
                        ),
                        name="certification_leave_granted_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until, that day included")),
                (
                    "kind",
                    models.CharField(
                        choices=[("paid", "Fee paid"), ("waived", "Fee waived")],
                        max_length=8,
                        verbose_name="fee",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=100, verbose_name="reference"),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="certification_membership_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by", models.F("person")), _negated=True),
                        name="certification_membership_recorded_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "name",
                    models.CharField(
                        choices=[
                            ("foundation_complete", "Foundation complete"),
                            ("interview_passed", "Interview held and passed"),
                            ("internship_extended_to", "Internship extended to"),
                        ],
                        max_length=30,
                        verbose_name="what",
                    ),
                ),
                ("on", models.DateField(verbose_name="date")),
                ("recorded_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "ordering": ["on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "name"), name="certification_milestone_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by", models.F("person")), _negated=True),
                        name="certification_milestone_recorded_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningBalance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("direct_session", "Direct session"),
                            ("documentation_reflection", "Documentation and reflection"),
                            ("triadic_meeting", "Triadic meeting"),
                            ("clinician_consultation", "Consultation with the clinician"),
                            ("mentor_individual", "Mentor supervision, individual"),
                            ("mentor_group", "Mentor supervision, group"),
                            ("observation", "Observation"),
                        ],
                        max_length=30,
                        verbose_name="what it was",
                    ),
                ),
                ("minutes", models.PositiveIntegerField(verbose_name="minutes")),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                (
                    "modality",
                    models.CharField(
                        choices=[
                            ("in_person", "In person"),
                            ("video", "By video"),
                            ("phone", "By phone"),
                            ("asynchronous", "On one's own"),
                        ],
                        max_length=15,
                        verbose_name="how",
                    ),
                ),
                (
                    "case_label",
                    models.CharField(
                        blank=True,
                        help_text="a letter, never a name",
                        max_length=8,
                        verbose_name="case there",
                    ),
                ),
                (
                    "closure",
                    models.CharField(
                        blank=True,
                        choices=[("planned", "As planned"), ("unplanned", "Not as planned")],
                        max_length=10,
                        verbose_name="how the case ended",
                    ),
                ),
                (
                    "evidence",
                    training_site.crypto.fields.EncryptedTextField(verbose_name="evidence seen"),
                ),
                ("attested_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "attested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opening_balances",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "opening balance",
                "ordering": ["intern", "last_day", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_day__gte", models.F("first_day")), ("minutes__gte", 1)
                        ),
                        name="certification_opening_balance_sound",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closure", ""),
                            models.Q(("case_label", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="certification_opening_balance_closure_of_a_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at__isnull", True), ("confirmed_by__isnull", True)
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False), ("confirmed_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_opening_balance_confirmed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_opening_balance_withdrawn_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("attested_by", models.F("intern")), _negated=True),
                            models.Q(
                                ("confirmed_by", None),
                                models.Q(
                                    models.Q(
                                        ("confirmed_by", models.F("attested_by")), _negated=True
                                    ),
                                    models.Q(("confirmed_by", models.F("intern")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="certification_opening_balance_of_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperSignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("month", models.DateField(help_text="its first day", verbose_name="month")),
                ("signed_on", models.DateField(verbose_name="date on the paper")),
                ("typed_name", models.CharField(max_length=200, verbose_name="name on the paper")),
                (
                    "kept_at",
                    models.CharField(max_length=200, verbose_name="where the paper is kept"),
                ),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("recorded", "Waiting for a second person"),
                            ("confirmed", "Confirmed"),
                            ("rejected", "Not confirmed"),
                        ],
                        default="recorded",
                        max_length=10,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_signatures",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_signatures_given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "signature on paper",
                "ordering": ["-recorded_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_at", None), ("checked_by", None), ("state", "recorded")
                            ),
                            models.Q(
                                models.Q(("state", "recorded"), _negated=True),
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="certification_paper_checked_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_by", models.F("intern")), _negated=True),
                            models.Q(("recorded_by", models.F("supervisor")), _negated=True),
                            models.Q(
                                ("checked_by", None),
                                models.Q(
                                    models.Q(
                                        ("checked_by", models.F("recorded_by")), _negated=True
                                    ),
                                    models.Q(("checked_by", models.F("intern")), _negated=True),
                                    models.Q(("checked_by", models.F("supervisor")), _negated=True),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="certification_paper_seen_by_two_outsiders",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "recorded")),
                        fields=("intern", "supervisor", "month"),
                        name="certification_one_paper_waits_a_sheet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchemeTransition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "who_moves",
                    models.CharField(
                        choices=[
                            ("nobody", "Nobody: the version is for people who begin from now on"),
                            ("not_worse", "Everybody whom it asks for nothing more"),
                            ("everybody", "Everybody"),
                        ],
                        max_length=10,
                        verbose_name="who moves",
                    ),
                ),
                ("reasons", models.TextField(verbose_name="why, and what interns should know")),
                ("prepared_at", models.DateTimeField()),
                ("preview_total", models.PositiveIntegerField(null=True)),
                ("preview_done", models.PositiveIntegerField(default=0)),
                (
                    "preview_at",
                    models.DateTimeField(help_text="when the preview was complete", null=True),
                ),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "new",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions_in",
                        to="certification.schemeversion",
                    ),
                ),
                (
                    "old",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions_out",
                        to="certification.schemeversion",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "transition of a scheme",
                "ordering": ["-prepared_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("old", models.F("new")), _negated=True),
                        name="certification_transition_between_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at__isnull", True), ("published_by__isnull", True)
                            ),
                            models.Q(
                                ("published_at__isnull", False), ("published_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_transition_published_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_by", None),
                            models.Q(("published_by", models.F("prepared_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="certification_transition_published_by_another",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("published_at", None)),
                        fields=("new",),
                        name="certification_one_transition_prepared",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisorConflict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("related", "Related"),
                            ("partner", "Partner, now or before"),
                            ("employed", "Employs or is employed by the other"),
                            ("other", "Another dependence"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="until, that day included"
                    ),
                ),
                ("declared_at", models.DateTimeField()),
                (
                    "declared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervisor_conflicts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intern_conflicts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "conflict of interest of a supervisor",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="certification_conflict_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("intern", models.F("supervisor")), _negated=True),
                        name="certification_conflict_of_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisorNomination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[("mentor", "Mentor"), ("clinician", "Clinician")],
                        max_length=10,
                        verbose_name="signs as",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="professional name")),
                (
                    "email",
                    training_site.crypto.fields.EncryptedTextField(verbose_name="e-mail address"),
                ),
                ("nominated_at", models.DateTimeField()),
                ("invited_at", models.DateTimeField(null=True)),
                (
                    "invitation_id",
                    models.UUIDField(help_text="public id of the invitation", null=True),
                ),
                ("declined_at", models.DateTimeField(null=True)),
                (
                    "declined_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "nomination of a supervisor",
                "ordering": ["-nominated_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("invitation_id__isnull", True),
                                ("invited_at__isnull", True),
                                ("invited_by__isnull", True),
                            ),
                            models.Q(
                                ("invitation_id__isnull", False),
                                ("invited_at__isnull", False),
                                ("invited_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="certification_nomination_invited_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("declined_at__isnull", True), ("declined_by__isnull", True)),
                            models.Q(
                                ("declined_at__isnull", False), ("declined_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="certification_nomination_declined_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("invited_at", None), ("declined_at", None), _connector="OR"
                        ),
                        name="certification_nomination_answered_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TransitionLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("met_before", models.BooleanField()),
                ("met_after", models.BooleanField()),
                ("worse", models.JSONField(default=list)),
                ("better", models.JSONField(default=list)),
                ("moved_at", models.DateTimeField(null=True)),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scheme_transitions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "transition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="certification.schemetransition",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("transition", "intern"), name="certification_transition_line_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContestedEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contests",
                        to="certification.hoursentry",
                    ),
                ),
                (
                    "contest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="certification.contestedsignoff",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contest", "entry"), name="certification_contested_once_each"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("levels", models.JSONField(default=dict, help_text="level by criterion")),
                (
                    "strengths",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="what goes well"
                    ),
                ),
                (
                    "next_steps",
                    training_site.crypto.fields.EncryptedTextField(
                        blank=True, verbose_name="what to work on next"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("signed", "Signed")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("result", models.PositiveSmallIntegerField(null=True)),
                ("begun_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("typed_name", models.CharField(blank=True, max_length=200)),
                ("content_hash", models.CharField(blank=True, max_length=64)),
                (
                    "read_at",
                    models.DateTimeField(help_text="when the intern has read it", null=True),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="certification.case",
                    ),
                ),
                (
                    "intern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations_of_work",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations_written",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "form",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="certification.evaluationform",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluation",
                "ordering": ["-begun_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", None), ("signed_at", None), ("state", "draft")),
                            models.Q(
                                ("result__isnull", False),
                                ("signed_at__isnull", False),
                                ("state", "signed"),
                                models.Q(("typed_name", ""), _negated=True),
                                models.Q(("content_hash", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="certification_evaluation_signed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read_at__isnull", True), ("read_by__isnull", True)),
                            models.Q(("read_at__isnull", False), ("read_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="certification_evaluation_read_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_by", None), ("read_by", models.F("intern")), _connector="OR"
                        ),
                        name="certification_evaluation_read_by_its_intern",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("case", None), ("state", "draft")),
                        fields=("form", "intern", "written_by"),
                        name="certification_one_draft_of_an_evaluation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")),
                        fields=("form", "intern", "written_by", "case"),
                        name="certification_one_draft_of_an_evaluation_a_case",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="hoursentry",
            name="draft_key",
            field=models.UUIDField(
                help_text="made by the device that kept it; sent twice, it is one entry", null=True
            ),
        ),
        migrations.AddField(
            model_name="periodsignoff",
            name="manner",
            field=models.CharField(
                choices=[
                    ("own", "Signed here"),
                    ("paper", "Signed on paper, seen by two members of staff"),
                    ("decision", "Accepted by the registrar's decision"),
                ],
                default="own",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="periodsignoff",
            name="written_by",
            field=models.ForeignKey(
                help_text="who of the staff, where it was not the supervisor",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="schemeversion",
            name="approved_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="schemeversion",
            name="edited_from",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="edited_into",
                to="certification.schemeversion",
            ),
        ),
        migrations.AddField(
            model_name="supervisionagreement",
            name="notice_at",
            field=models.DateTimeField(help_text="when an end was announced", null=True),
        ),
        migrations.AddField(
            model_name="supervisionagreement",
            name="notice_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="supervisionagreement",
            name="scope",
            field=models.CharField(
                choices=[
                    ("full", "All the work of the internship"),
                    ("cases", "Single cases"),
                    ("cover", "Cover while another supervisor is away"),
                ],
                default="full",
                max_length=8,
                verbose_name="scope",
            ),
        ),
        migrations.AlterField(
            model_name="hoursentry",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("submitted", "Waiting for signature"),
                    ("returned", "Returned to you"),
                    ("contested", "Contested"),
                    ("signed", "Signed"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="hoursentry",
            constraint=models.UniqueConstraint(
                fields=("intern", "draft_key"), name="certification_hours_sent_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervisionagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("notice_at", None), ("notice_by", None)),
                    models.Q(
                        ("notice_at__isnull", False),
                        ("notice_by__isnull", False),
                        ("ends_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="certification_agreement_notice_whole",
            ),
        ),
        migrations.AddField(
            model_name="periodsignoff",
            name="contest",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signoffs",
                to="certification.contestedsignoff",
            ),
        ),
        migrations.AddField(
            model_name="periodsignoff",
            name="paper",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signoff",
                to="certification.papersignature",
            ),
        ),
        migrations.AddConstraint(
            model_name="periodsignoff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("contest", None), ("manner", "own"), ("paper", None), ("written_by", None)
                    ),
                    models.Q(
                        ("contest", None),
                        ("manner", "paper"),
                        ("paper__isnull", False),
                        ("written_by__isnull", False),
                    ),
                    models.Q(
                        ("contest__isnull", False),
                        ("manner", "decision"),
                        ("paper", None),
                        ("written_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="certification_month_signed_in_one_manner",
            ),
        ),
        migrations.AddConstraint(
            model_name="periodsignoff",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("written_by", None),
                    models.Q(("written_by", models.F("intern")), _negated=True),
                    _connector="OR",
                ),
                name="certification_month_not_signed_for_oneself",
            ),
        ),
    ]
