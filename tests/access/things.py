"""Which thing of a story each address is asked for, and how an unknown one is written."""

from uuid import UUID

from certification.credentials import issuer_keys
from certification.credentials.models import CertificateTemplate
from courses.reports.checks import checks_of
from tests.access.complained import COMPLAINTS_THINGS
from tests.access.practice_things import PRACTICE_FIXED, PRACTICE_THINGS, named
from tests.access.registry_things import REGISTRY_THINGS
from tests.access.renewed import RENEWALS_THINGS
from tests.access.rows import FOREIGN, OWN, STRAYED, UNKNOWN
from tests.access.schemes_things import SCHEMES_THINGS
from tests.access.world import Story
from tests.access.written import written_answer
from tests.factories.courses import version_of

NOBODY = UUID("00000000-0000-4000-8000-000000000000")


def _attempt(attribute: str, **more):
    def values(story):
        attempt = getattr(story, attribute)
        return {"assessment": attempt.assessment.public_id, "attempt": attempt.public_id, **more}

    return values


def template_draft(_story):
    """There is one for all: how certificates look is nobody's own."""
    return {"public_id": CertificateTemplate.objects.drafts().get().public_id}


def _file(story):
    return {"lesson_uuid": story.lesson.lesson_uuid, "public_id": story.file.pk}


def _asked(story):
    """The version that the ended attempt asked first."""
    return story.ended.items.first().item_version


THINGS = (
    PRACTICE_THINGS
    | SCHEMES_THINGS
    | COMPLAINTS_THINGS
    | REGISTRY_THINGS
    | RENEWALS_THINGS
    | {
        "accommodation": lambda story: {"learner": story.accommodation.learner.public_id},
        "accommodation_end": lambda story: {
            "learner": story.accommodation.learner.public_id,
            "accommodation": story.accommodation.public_id,
        },
        "attempt_time": _attempt("attempt"),
        **{
            name: lambda story: {"assessment": story.assessment.public_id}
            for name in ("attempts_of", "attempts_close", "incident_new")
        },
        "incident": lambda story: {"incident": story.incident.public_id},
        "incident_apply": lambda story: {"incident": story.incident.public_id},
        "irregularity": lambda story: {"report": story.irregularity.public_id},
        "irregularity_report": lambda story: {"attempt": story.attempt.public_id},
        "regrade_plan": lambda story: {"item": story.item.public_id, "number": 1},
        **{
            name: lambda story: {"regrade": story.plan.public_id}
            for name in ("regrade", "regrade_apply", "regrade_discard")
        },
        "regrade_reverse": lambda story: {"regrade": story.correction.public_id},
        "accept_invitation": lambda story: {"token": story.invitation.token},
        **{
            name: lambda story: {"assessment": story.ended.assessment.public_id}
            for name in ("analysis", "analysis_again")
        },
        "analysis_item": lambda story: {
            "assessment": story.ended.assessment.public_id,
            "item": _asked(story).item.public_id,
            "number": _asked(story).number,
        },
        "answer_alternative": named("report"),
        "answer_check": lambda story: {
            "lesson_uuid": story.lesson.lesson_uuid,
            "block_id": next(checks_of(version_of(story.lesson).source)).block_id,
        },
        "answer_live_day": named("live_day"),
        "approve_record": named("record"),
        "assessment": lambda story: {"assessment": story.assessment.public_id},
        "assessment_settings": lambda story: {"assessment": story.assessment.public_id},
        "assessment_start": lambda story: {"assessment": story.assessment.public_id},
        "ask_tutor": lambda story: {"slug": story.course.slug},
        "attempt": _attempt("attempt"),
        "attempt_answer": _attempt("attempt", position=1),
        "attempt_clock": _attempt("attempt"),
        "attempt_picture": lambda story: {"digest": story.drawing.digest},
        "attempt_result": _attempt("ended"),
        "attempt_submit": _attempt("attempt"),
        "attendance": named("live_day"),
        "cancel_live_day": named("live_day"),
        "certificate": named("certificate"),
        "certificate_file": lambda story: {"public_id": story.certificate.public_id, "kind": "pdf"},
        "certificate_card": named("certificate"),
        **{
            name: named("certificate")
            for name in (
                "certification_certificate",
                "change_number",
                "correct_certificate_name",
                "narrow_certificate_scope",
            )
        },
        "certificate_template": template_draft,
        "publish_certificate_template": template_draft,
        "change_live_day": named("live_day"),
        **{name: named("note") for name in ("change_note", "erase_note", "share_note")},
        **{
            name: named("reflection")
            for name in ("change_reflection", "erase_reflection", "share_reflection")
        },
        "take_back": named("given"),
        "note": lambda story: {"lesson_uuid": story.lesson.lesson_uuid},
        "shared_by": lambda story: {"public_id": story.cast["intern"].public_id},
        "choose_listing": named("certificate"),
        "concern_detail": named("concern"),
        "cohort_schedule": named("cohort"),
        "correct_attendance": named("attendance"),
        "course_outline": lambda story: {"slug": story.course.slug},
        "decision_letter": named("decision"),
        "condition_done": named("condition"),
        "certification_condition": named("condition"),
        "appeal_decision": named("refusal"),
        "appeal_renewal": named("refused_renewal"),
        "appeal_finding": named("finding"),
        "appeal_certificate": named("certificate"),
        "appeal_letter": named("appeal"),
        "certification_appeal": named("appeal"),
        "certification_recall": named("proposed_recall"),
        "confirm_recall": named("proposed_recall"),
        "drop_recall": named("proposed_recall"),
        "recall_stands": named("recall"),
        "certification_recall_item": named("recall_item"),
        "own_recall": named("recall_item"),
        **{
            name: named("application")
            for name in (
                "dossier",
                "dossier_assign",
                "dossier_check",
                "dossier_conflict",
                "dossier_decide",
                "dossier_invite",
                "dossier_minutes",
                "dossier_reopen",
                "dossier_review",
                "dossier_statement",
            )
        },
        "end_enrolment": named("enrolment"),
        "export_questions": lambda story: {"slug": story.course.slug},
        "extend_enrolment": named("enrolment"),
        "extra_attempt": lambda story: {
            "assessment": story.ended.assessment.public_id,
            "learner": story.ended.learner.public_id,
        },
        "issuer_key": lambda story: {"kid": next(iter(issuer_keys.published()))},
        **{
            name: lambda story: {"bank": story.assessment.bank.public_id}
            for name in ("items_import", "items_export")
        },
        "item": lambda story: {"item": story.item.public_id},
        "item_draft": lambda story: {"item": story.item.public_id},
        "item_preview": lambda story: {"item": story.item.public_id, "number": 1},
        "item_comparison": lambda story: {"item": story.item.public_id, "older": 1, "newer": 1},
        "item_recall": lambda story: {"item": story.item.public_id, "number": 1},
        "item_use": lambda story: {"item": story.item.public_id},
        "jobs_again": named("job"),
        "lesson": lambda story: {"lesson_uuid": story.lesson.lesson_uuid},
        "lesson_done": lambda story: {"lesson_uuid": story.lesson.lesson_uuid},
        "bookmark": lambda story: {"lesson_uuid": story.lesson.lesson_uuid},
        "remove_bookmark": named("bookmark"),
        "lesson_changes": lambda story: {"lesson_uuid": story.studied.lesson_uuid},
        "lesson_captions": _file,
        "lesson_file": _file,
        "lesson_file_page": named("file"),
        "lesson_place": lambda story: {"lesson_uuid": story.lesson.lesson_uuid},
        "live_day": named("live_day"),
        "live_day_alternative": named("live_day"),
        "live_day_calendar": named("live_day"),
        "marking_answer": written_answer,
        "marking_next": lambda story: {"item": story.written.item_version.item.public_id},
        "open_notice": named("notice"),
        "people_invitation": named("invitation"),
        "people_person": lambda story: {"public_id": story.cast["trainee"].public_id},
        "picture": lambda story: {"name": story.picture.file.name.removeprefix("images/")},
        "read_announcement": named("announcement"),
        "retire_reviewer": named("register_entry"),
        "certification_reviewer": named("register_entry"),
        "revoke_share": lambda story: {
            "public_id": story.certificate.public_id,
            "link_id": story.share.public_id,
        },
        "rubric": lambda story: {"item": story.written.item_version.item.public_id},
        "rubric_edit": lambda story: {"item": story.written.item_version.item.public_id},
        "save_reflection": lambda story: {
            "lesson_uuid": story.lesson.lesson_uuid,
            "block_id": story.reflection.block_id,
        },
        "settle_question": lambda story: {"slug": story.course.slug},
        "settle_thread": named("thread"),
        "share_certificate": named("certificate"),
        "status_list": lambda story: {"number": story.certificate.status_list},
        "tutor_thread": named("thread"),
        "verify_json": lambda story: {"number": story.certificate.number},
        "verify_number": lambda story: {"number": story.certificate.number},
        "withdraw_announcement": named("announcement"),
        "withdraw_marking": lambda story: {"marking": story.marking.public_id},
    }
)
# Addresses with a parameter that names nobody's thing.
FIXED = PRACTICE_FIXED | {
    "help_page": {"slug": "trainee"},
    "policy": {"policy": "code-of-ethics"},
    "script": {"bundle": "site", "version": "1"},
    "stylesheet": {"sheet": "site", "version": "1"},
}


def values_of(name: str, thing: str, own: Story, foreign: Story) -> dict | None:
    """The parameters for this thing; None where the address has no such thing."""
    if name not in THINGS:
        return FIXED.get(name, {}) if thing == OWN else None
    here, there = THINGS[name](own), THINGS[name](foreign)
    if thing in (OWN, FOREIGN):
        return here if thing == OWN else there
    if thing == UNKNOWN:
        return here | {_last_id(here): _unknown(here[_last_id(here)])}
    return here | {_last_id(here): there[_last_id(here)]} if len(_ids(here)) > 1 else None


def things_of(name: str) -> list[str]:
    return [OWN, FOREIGN, STRAYED, UNKNOWN] if name in THINGS else [OWN]


def _ids(values: dict) -> list[str]:
    return [name for name, value in values.items() if isinstance(value, UUID)]


def _last_id(values: dict) -> str:
    return (_ids(values) or list(values))[-1]


def _unknown(value):
    if isinstance(value, UUID):
        return NOBODY
    return 999 if isinstance(value, int) else "nothing-of-this-name"
