"""The triggers on tables that 0007 rebuilt, again; and those for what can be signed or decided now.

SQLite drops a table's triggers when Django rebuilds it.
"""

from django.db import migrations

from training_site.audit.triggers import guard

HOURS = (
    "public_id intern_id supervisor_id agreement_id case_id corrects_id category date start zone"
    " minutes modality format group_size content_areas state version logged_at submitted_at"
    " draft_key"
).split()
# Free texts lie outside: keys change, and retention erases. The hash of a signed evaluation holds
# what its texts said.
EVALUATION = (
    "public_id form_id intern_id case_id written_by_id levels state result begun_at signed_at"
    " typed_name content_hash"
).split()
FORM = "code version role title guidance for_each_case rubric pass_level effective_from".split()
CONTEST = "public_id intern_id supervisor_id matter reason state decided_by_id decided_at".split()


def changed(columns: list[str]) -> str:
    return " OR ".join(
        f"CAST(NEW.{one} AS text) IS DISTINCT FROM CAST(OLD.{one} AS text)" for one in columns
    )


FORM_USED = (
    "EXISTS (SELECT 1 FROM certification_evaluation e WHERE e.form_id = OLD.id"
    " AND e.state = 'signed')"
)


class Migration(migrations.Migration):
    dependencies = [("certification", "0007_supervised_practice_whole")]

    operations = [
        guard(
            "certification_signed_hours_stay",
            "certification_hoursentry",
            on="UPDATE",
            when=f"OLD.state = 'signed' AND ({changed(HOURS)})",
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
                f"certification_periodsignoff_no_{on.lower()}",
                "certification_periodsignoff",
                on=on,
                message="a signature is never changed or removed",
            )
            for on in ("UPDATE", "DELETE")
        ],
        guard(
            "certification_scheme_text_stays",
            "certification_schemeversion",
            on="UPDATE",
            when="OLD.state <> 'draft' AND (NEW.text <> OLD.text OR NEW.number <> OLD.number)",
            message="a scheme version out of draft never changes its rules",
        ),
        guard(
            "certification_signed_evaluation_stays",
            "certification_evaluation",
            on="UPDATE",
            when=f"OLD.state = 'signed' AND ({changed(EVALUATION)})",
            message="a signed evaluation never changes; write another",
        ),
        guard(
            "certification_signed_evaluation_is_kept",
            "certification_evaluation",
            on="DELETE",
            when="OLD.state = 'signed'",
            message="a signed evaluation is never removed",
        ),
        guard(
            "certification_evaluation_form_stays",
            "certification_evaluationform",
            on="UPDATE",
            when=f"({FORM_USED}) AND ({changed(FORM)})",
            message="a form that was signed never changes; its next wording is another version",
        ),
        guard(
            "certification_decided_contest_stays",
            "certification_contestedsignoff",
            on="UPDATE",
            when=f"OLD.state <> 'open' AND ({changed(CONTEST)})",
            message="a contest that was decided stays decided",
        ),
        *[
            guard(
                f"certification_{table}_is_kept",
                f"certification_{table}",
                on="DELETE",
                message="what was contested or seen on paper stays on the record",
            )
            for table in ("contestedsignoff", "contestedentry", "papersignature")
        ],
        guard(
            "certification_published_transition_stays",
            "certification_schemetransition",
            on="UPDATE",
            when="OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at",
            message="a published transition stays published",
        ),
    ]
