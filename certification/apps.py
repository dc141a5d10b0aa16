from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificationConfig(AppConfig):
    name = "certification"
    label = "certification"
    verbose_name = _("Certification")

    def ready(self):
        from certification.appeals import audit as appeal_audit  # noqa: F401
        from certification.appeals import notices as appeal_notices  # noqa: F401
        from certification.appeals import permissions as appeal_permissions  # noqa: F401
        from certification.appeals import wording as appeal_wording  # noqa: F401
        from certification.concerns import audit as concern_audit  # noqa: F401
        from certification.concerns import permissions as concern_permissions  # noqa: F401
        from certification.concerns import wording as concern_wording  # noqa: F401
        from certification.practice import (  # noqa: F401  # noqa: F401
            audit,
            beginnings_wording,
            notices,
            permissions,
            signing_notices,
            signing_wording,
            wording,
        )
        from certification.practice import records_wording as practice_records  # noqa: F401
        from certification.practice.lateness import register_forfeit
        from certification.practice.mentoring import mentoring_of
        from certification.scheme import audit as scheme_audit  # noqa: F401
        from certification.scheme import notices as scheme_notices  # noqa: F401
        from certification.scheme import people_wording, refusals, wagtail_hooks  # noqa: F401
        from certification.scheme import permissions as scheme_permissions  # noqa: F401
        from certification.scheme.forfeits import days_until_forfeit
        from courses.notes.mentors import register_mentors

        from certification.credentials import answers  # isort: skip
        from certification.credentials import audit as credential_audit  # noqa: F401
        from certification.credentials import notices as credential_notices  # noqa: F401
        from certification.credentials import permissions as credential_permissions  # noqa: F401
        from certification.credentials import template_wording  # noqa: F401
        from certification.credentials import wording as credential_wording  # noqa: F401
        from certification.decisions import audit as decision_audit  # noqa: F401
        from certification.decisions import notices as decision_notices  # noqa: F401
        from certification.decisions import permissions as decision_permissions  # noqa: F401
        from certification.decisions import questions, receivers  # noqa: F401
        from certification.decisions import wording as decision_wording  # noqa: F401
        from certification.complaints import answers as complaint_answers  # isort: skip
        from certification.complaints import audit as complaint_audit  # noqa: F401
        from certification.complaints import notices as complaint_notices  # noqa: F401
        from certification.complaints import permissions as complaint_permissions  # noqa: F401
        from certification.complaints import questions as complaint_questions
        from certification.complaints import receivers as complaint_receivers  # noqa: F401
        from certification.complaints import wording as complaint_wording  # noqa: F401
        from certification.appeals.people import appeal_runs, given_back  # isort: skip
        from certification.credentials import questions as credential_questions
        from certification.figures import permissions as figure_permissions  # noqa: F401
        from certification.practice import questions as practice_questions
        from certification.recalls import answers as recall_answers
        from certification.recalls import audit as recall_audit  # noqa: F401
        from certification.recalls import notices as recall_notices  # noqa: F401
        from certification.recalls import permissions as recall_permissions  # noqa: F401
        from certification.recalls import wording as recall_wording  # noqa: F401
        from certification.registry import audit as registry_audit  # noqa: F401
        from certification.registry import notices as registry_notices  # noqa: F401
        from certification.registry import permissions as registry_permissions  # noqa: F401
        from certification.registry import receivers as registry_receivers  # noqa: F401
        from certification.registry import wording as registry_wording  # noqa: F401

        from certification.renewals import answers as renewal_answers  # isort: skip
        from certification.renewals import audit as renewal_audit  # noqa: F401
        from certification.renewals import notices as renewal_notices  # noqa: F401
        from certification.renewals import permissions as renewal_permissions  # noqa: F401
        from certification.renewals import wording as renewal_wording  # noqa: F401

        register_mentors(mentoring_of)
        register_forfeit(days_until_forfeit)
        questions.answer_with(
            may_certify=answers.may_certify,
            may_print=answers.may_print,
            holds_certificate=renewal_answers.holds_or_renews,
        )
        credential_questions.answer_with(
            complaint_open=complaint_answers.complaint_open,
            kept_from_working=complaint_answers.kept_from_working,
            acts_behind=complaint_answers.acts_behind,
            given_back=given_back,
        )
        complaint_questions.answer_with(appeal_runs=appeal_runs)
        practice_questions.answer_with(
            not_signing=complaint_answers.not_signing,
            taking_no_cases=complaint_answers.taking_no_cases,
            withheld_days=recall_answers.withheld_days,
        )
