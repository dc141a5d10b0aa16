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
        from certification.credentials import wording as credential_wording  # noqa: F401
        from certification.decisions import audit as decision_audit  # noqa: F401
        from certification.decisions import notices as decision_notices  # noqa: F401
        from certification.decisions import permissions as decision_permissions  # noqa: F401
        from certification.decisions import questions, receivers  # noqa: F401
        from certification.decisions import wording as decision_wording  # noqa: F401
        from certification.registry import audit as registry_audit  # noqa: F401
        from certification.registry import permissions as registry_permissions  # noqa: F401
        from certification.registry import wording as registry_wording  # noqa: F401

        register_mentors(mentoring_of)
        register_forfeit(days_until_forfeit)
        questions.answer_with(
            may_print=answers.may_print, holds_certificate=answers.holds_certificate
        )
