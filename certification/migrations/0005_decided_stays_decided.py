"""The last wall behind the actions: three different people, and nothing decided is undone.

Raw SQL and superusers included. A row's copies are compared with what they copy.
"""

from django.db import migrations

from training_site.audit.triggers import guard

APPLICATION = "certification_application"
REVIEW = "certification_review"
DECISION = "certification_decision"
DECISION_REVIEWER = "certification_decisionreviewer"
CERTIFICATE = "certification_certificate"
RECORDED = "certification_recordedcertification"

APPLICANT_IS_HERS = (
    "NOT EXISTS (SELECT 1 FROM certification_application a WHERE a.id = NEW.application_id"
    " AND a.applicant_id = NEW.applicant_id AND a.evidence_hash = NEW.evidence_hash)"
)
REVIEWED_ENOUGH = (
    "(SELECT COUNT(DISTINCT r.reviewer_id) FROM certification_review r WHERE r.application_id ="
    " NEW.application_id AND r.evidence_hash = NEW.evidence_hash) < NEW.reviews_needed"
)
DECIDER_REVIEWED = (
    "EXISTS (SELECT 1 FROM certification_review r WHERE r.application_id = NEW.application_id"
    " AND r.reviewer_id = NEW.decision_maker_id)"
)
ALREADY_DECIDED = (
    "EXISTS (SELECT 1 FROM certification_decision d WHERE d.application_id = NEW.application_id)"
)
COPIES_AGREE = (
    "NOT EXISTS (SELECT 1 FROM certification_decision d JOIN certification_review r ON r.application_id = d.application_id"
    " WHERE d.id = NEW.decision_id AND r.id = NEW.review_id AND r.reviewer_id = NEW.reviewer_id"
    " AND d.applicant_id = NEW.applicant_id AND d.decision_maker_id = NEW.decision_maker_id)"
)
GRANTED_TO_HOLDER = (
    "NEW.decision_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certification_decision d"
    " WHERE d.id = NEW.decision_id AND d.outcome = 'grant' AND d.applicant_id = NEW.holder_id)"
)
RECORD_APPROVED = (
    "NEW.recorded_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM certification_recordedcertification r"
    " WHERE r.id = NEW.recorded_id AND r.approved_at IS NOT NULL AND r.holder_id = NEW.holder_id)"
)
FROZEN = (
    "public_id decision_id recorded_id holder_id scheme_version_id number snapshot snapshot_hash"
    " valid_from valid_until grace_days status_list status_index allocated_at"
).split()
CERTIFICATE_CHANGED = " OR ".join(
    [f"CAST(NEW.{name} AS text) IS DISTINCT FROM CAST(OLD.{name} AS text)" for name in FROZEN]
    + ["(OLD.issued_at IS NOT NULL AND NEW.issued_at IS DISTINCT FROM OLD.issued_at)"]
    + ["(OLD.standing NOT IN ('active', 'suspended') AND NEW.standing <> OLD.standing)"]
)
KEPT = (
    "review decision decisionreviewer completenesscheck conflictdeclaration certificateevent"
    " certificatefile"
).split()


class Migration(migrations.Migration):
    dependencies = [("certification", "0004_decisions_credentials_registry")]

    operations = [
        guard(
            "certification_review_of_its_application",
            REVIEW,
            on="INSERT",
            when=f"{APPLICANT_IS_HERS} OR {ALREADY_DECIDED}",
            message="a review is of an open application, its applicant and its evidence",
        ),
        guard(
            "certification_decision_by_another",
            DECISION,
            on="INSERT",
            when=f"{APPLICANT_IS_HERS} OR {REVIEWED_ENOUGH} OR {DECIDER_REVIEWED}",
            message="a decision needs the reviews of other people than the one who decides",
        ),
        guard(
            "certification_decision_copies_agree",
            DECISION_REVIEWER,
            on="INSERT",
            when=COPIES_AGREE,
            message="the people of a decision are those of its reviews",
        ),
        guard(
            "certification_certificate_was_granted",
            CERTIFICATE,
            on="INSERT",
            when=f"({GRANTED_TO_HOLDER}) OR ({RECORD_APPROVED})",
            message="a certificate rests on a grant to its holder",
        ),
        guard(
            "certification_application_stays",
            APPLICATION,
            on="UPDATE",
            when=(
                "NEW.applicant_id <> OLD.applicant_id"
                " OR NEW.scheme_version_id <> OLD.scheme_version_id"
                " OR (OLD.state = 'decided' AND (NEW.state <> 'decided'"
                " OR NEW.evidence_hash <> OLD.evidence_hash OR NEW.name <> OLD.name))"
            ),
            message="an application keeps its applicant, and a decided one stays as it is",
        ),
        guard(
            "certification_application_is_kept",
            APPLICATION,
            on="DELETE",
            when="OLD.state <> 'draft'",
            message="an application handed in is never removed",
        ),
        guard(
            "certification_certificate_stays",
            CERTIFICATE,
            on="UPDATE",
            when=CERTIFICATE_CHANGED,
            message="a certificate is never changed, and one that ended never comes back",
        ),
        guard(
            "certification_certificate_is_kept",
            CERTIFICATE,
            on="DELETE",
            message="a certificate is never removed",
        ),
        guard(
            "certification_record_stays",
            RECORDED,
            on="UPDATE",
            when="OLD.approved_at IS NOT NULL",
            message="an approved record never changes",
        ),
        guard(
            "certification_record_is_kept",
            RECORDED,
            on="DELETE",
            when="OLD.approved_at IS NOT NULL",
            message="an approved record is never removed",
        ),
        *[
            guard(
                f"certification_{table}_no_{on.lower()}",
                f"certification_{table}",
                on=on,
                message="what was said about a certification is never changed or removed",
            )
            for table in KEPT
            for on in ("UPDATE", "DELETE")
        ],
    ]
