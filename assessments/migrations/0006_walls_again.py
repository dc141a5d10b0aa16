"""Triggers: guarded again after their tables were altered, and for what items and attempts hold now.

What an attempt came to is said by rows of `assessments_result`; the attempt may say nothing else. It
goes on after its end only as often as staff reopened it with a reason.
"""

from django.db import migrations

from training_site.audit.triggers import guard

WORDS = (
    "item_id number kind stem options body marks feedback scoring level sources content_note"
    " content_hash published_at"
)
FROZEN = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in WORDS.split())


def changed(*columns: str) -> str:
    return " OR ".join(
        f"CAST(NEW.{c} AS text) IS DISTINCT FROM CAST(OLD.{c} AS text)" for c in columns
    )


KEPT = changed(
    "public_id", "learner_id", "assessment_id", "form_id", "number", "started_at", "terms_document"
)
OUTCOME = changed("marks", "max_marks", "pass_marks", "passed")
NEWEST_SAYS_OTHERWISE = """NOT EXISTS (
  SELECT 1 FROM assessments_result r WHERE r.attempt_id = NEW.id
  AND r.number = (SELECT MAX(n.number) FROM assessments_result n WHERE n.attempt_id = NEW.id)
  AND r.marks IS NOT DISTINCT FROM NEW.marks AND r.passed IS NOT DISTINCT FROM NEW.passed
  AND r.max_marks = NEW.max_marks AND r.pass_marks = NEW.pass_marks)"""
REOPENED_WITHOUT_REASON = """(NEW.reopened <> OLD.reopened + 1 OR NEW.reopened <> (
  SELECT COUNT(*) FROM assessments_timechange t WHERE t.attempt_id = NEW.id AND t.kind = 'reopened'))"""
ITEM_OF_AN_ENDED_ATTEMPT = """EXISTS (
  SELECT 1 FROM assessments_attempt a WHERE a.id = OLD.attempt_id AND a.submitted_at IS NOT NULL)"""
ANSWER_OF_AN_ENDED_ATTEMPT = """EXISTS (
  SELECT 1 FROM assessments_attemptitem i JOIN assessments_attempt a ON a.id = i.attempt_id
  WHERE i.id = OLD.attempt_item_id AND a.submitted_at IS NOT NULL)"""


def first_results(apps, schema_editor):
    """What was marked before results were rows, as rows."""
    Attempt, Result = (apps.get_model("assessments", name) for name in ("Attempt", "Result"))
    for attempt in Attempt.objects.exclude(marks=None).filter(results=None):
        Result.objects.create(
            attempt=attempt,
            number=1,
            cause="marked",
            marks=attempt.marks,
            max_marks=attempt.max_marks,
            pass_marks=attempt.pass_marks,
            passed=attempt.passed,
            items={item.position: str(item.marks) for item in attempt.items.all()},
            at=attempt.submitted_at,
        )


class Migration(migrations.Migration):
    dependencies = [("assessments", "0005_items_of_every_kind")]

    operations = [
        migrations.RunPython(first_results, migrations.RunPython.noop),
        guard(
            "assessments_version_frozen",
            "assessments_itemversion",
            on="UPDATE",
            when=f"OLD.published_at IS NOT NULL AND (NEW.published_at IS NULL OR {FROZEN})",
            message="a published item version is never edited",
        ),
        guard(
            "assessments_version_kept",
            "assessments_itemversion",
            on="DELETE",
            when="OLD.published_at IS NOT NULL",
            message="a published item version is never deleted",
        ),
        guard(
            "assessments_attempt_kept",
            "assessments_attempt",
            on="DELETE",
            when="OLD.submitted_at IS NOT NULL",
            message="an ended attempt is never deleted",
        ),
        guard(
            "assessments_attempt_ended",
            "assessments_attempt",
            on="UPDATE",
            when=f"OLD.submitted_at IS NOT NULL AND ({KEPT}"
            f" OR (NEW.submitted_at IS NULL AND {REOPENED_WITHOUT_REASON})"
            f" OR (NEW.submitted_at IS NOT NULL AND ({changed('submitted_at', 'state')}"
            f" OR (({OUTCOME}) AND {NEWEST_SAYS_OTHERWISE}))))",
            message="an ended attempt is never changed",
        ),
        guard(
            "assessments_question_stays",
            "assessments_attemptitem",
            on="UPDATE",
            when=f"({changed('attempt_id', 'position', 'item_version_id', 'layout')})"
            f" AND {ITEM_OF_AN_ENDED_ATTEMPT}",
            message="the questions of an ended attempt are never changed",
        ),
        guard(
            "assessments_answer_stays",
            "assessments_response",
            on="UPDATE",
            when=ANSWER_OF_AN_ENDED_ATTEMPT,
            message="the answers of an ended attempt are never changed",
        ),
        guard(
            "assessments_answer_kept",
            "assessments_response",
            on="DELETE",
            when=ANSWER_OF_AN_ENDED_ATTEMPT,
            message="the answers of an ended attempt are never deleted",
        ),
        guard(
            "assessments_result_frozen",
            "assessments_result",
            on="UPDATE",
            message="a result is never edited",
        ),
        guard(
            "assessments_result_kept",
            "assessments_result",
            on="DELETE",
            message="a result is never deleted",
        ),
        guard(
            "assessments_rubric_frozen",
            "assessments_rubricversion",
            on="UPDATE",
            message="a version of a rubric is never edited",
        ),
        guard(
            "assessments_marking_frozen",
            "assessments_marking",
            on="UPDATE",
            when=f"OLD.withdrawn_at IS NOT NULL OR {changed('attempt_item_id', 'part', 'marker_id', 'rubric_id', 'levels', 'marks', 'at')}",
            message="a marking is withdrawn, never edited",
        ),
        guard(
            "assessments_marking_kept",
            "assessments_marking",
            on="DELETE",
            message="a marking is never deleted",
        ),
        guard(
            "assessments_time_change_frozen",
            "assessments_timechange",
            on="UPDATE",
            message="a change of time is never edited",
        ),
        guard(
            "assessments_time_change_kept",
            "assessments_timechange",
            on="DELETE",
            message="a change of time is never deleted",
        ),
    ]
