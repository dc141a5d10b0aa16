"""The triggers on tables that 0009 rebuilt, again; and the walls around conditions and appeals.

SQLite drops a table's triggers when Django rebuilds it. Two of them say more than before: a decided
application goes to a new round where its conditions are met or an appeal set its decision aside, and
a withdrawn certificate stands again where an appeal against the withdrawal was upheld.
"""

from django.db import migrations

from training_site.audit.triggers import guard

APPLICANT_IS_HERS = (
    "NOT EXISTS (SELECT 1 FROM certification_application a WHERE a.id = NEW.application_id"
    " AND a.applicant_id = NEW.applicant_id AND a.evidence_hash = NEW.evidence_hash)"
)
NOT_THIS_ROUND = (
    "NOT EXISTS (SELECT 1 FROM certification_application a WHERE a.id = NEW.application_id"
    " AND a.round = NEW.round)"
)


def took_part(application: str, person: str) -> str:
    """Whether this person decided, or reviewed for, a decision that an appeal set aside."""
    return (
        "EXISTS (SELECT 1 FROM certification_setaside s"
        " JOIN certification_decision p ON p.id = s.decision_id"
        " LEFT JOIN certification_decisionreviewer q ON q.decision_id = p.id"
        f" WHERE p.application_id = {application}"
        f" AND (p.decision_maker_id = {person} OR q.reviewer_id = {person}))"
    )


REVIEWED_ENOUGH = (
    "(SELECT COUNT(DISTINCT r.reviewer_id) FROM certification_review r WHERE r.application_id ="
    " NEW.application_id AND r.evidence_hash = NEW.evidence_hash"
    f" AND NOT {took_part('NEW.application_id', 'r.reviewer_id')}) < NEW.reviews_needed"
)
DECIDER_REVIEWED = (
    "EXISTS (SELECT 1 FROM certification_review r WHERE r.application_id = NEW.application_id"
    " AND r.reviewer_id = NEW.decision_maker_id)"
)
DECIDED_THIS_ROUND = (
    "EXISTS (SELECT 1 FROM certification_decision d"
    " JOIN certification_application a ON a.id = d.application_id"
    " WHERE d.application_id = NEW.application_id AND d.round = a.round)"
)
COPIES_AGREE = (
    "NOT EXISTS (SELECT 1 FROM certification_decision d JOIN certification_review r ON r.application_id = d.application_id"
    " WHERE d.id = NEW.decision_id AND r.id = NEW.review_id AND r.reviewer_id = NEW.reviewer_id"
    " AND d.applicant_id = NEW.applicant_id AND d.decision_maker_id = NEW.decision_maker_id)"
)
UNMET = (
    "EXISTS (SELECT 1 FROM certification_condition c WHERE c.decision_id = d.id AND NOT EXISTS"
    " (SELECT 1 FROM certification_conditionevent e WHERE e.condition_id = c.id"
    " AND e.what = 'met'))"
)
MAY_GO_ON = (
    "EXISTS (SELECT 1 FROM certification_decision d WHERE d.application_id = OLD.id"
    " AND d.round = OLD.round AND d.outcome <> 'grant' AND ("
    "EXISTS (SELECT 1 FROM certification_setaside s WHERE s.decision_id = d.id) OR"
    " (d.outcome = 'defer' AND EXISTS (SELECT 1 FROM certification_condition c"
    f" WHERE c.decision_id = d.id) AND NOT {UNMET})))"
)
IS_DECIDED = "OLD.state IN ('decided', 'appealed')"
DECIDED_STAYS = (
    f"(NEW.round = OLD.round AND {IS_DECIDED} AND (NEW.state NOT IN ('decided', 'appealed')"
    " OR NEW.evidence_hash <> OLD.evidence_hash OR NEW.name <> OLD.name))"
)
ROUND_STAYS = (
    f"(NEW.round <> OLD.round AND (NOT {IS_DECIDED} OR NEW.round <> OLD.round + 1"
    " OR NEW.state NOT IN ('in_review', 'recommended') OR NEW.name <> OLD.name"
    f" OR NOT {MAY_GO_ON}))"
)
UPHELD = (
    "EXISTS (SELECT 1 FROM certification_appealruling u"
    " JOIN certification_appeal p ON p.id = u.appeal_id"
)
REINSTATED_ON_APPEAL = (
    f"{UPHELD} JOIN certification_certificateevent e ON e.id = p.event_id"
    " WHERE e.certificate_id = OLD.id AND e.kind = 'withdrawn' AND u.follows = 'reinstate')"
)
SET_ASIDE_ON_APPEAL = f"{UPHELD} WHERE p.decision_id = NEW.decision_id AND u.follows = 'reopen')"
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
# Texts lie outside: keys change, and retention erases. The audit entry holds a commitment to each.
CONDITION = "public_id decision_id kind kind_list due_on shown_by".split()
CONDITION_EVENT = "condition_id applicant_id what due_on by_id at".split()
APPEAL = "public_id appellant_id decision_id event_id made_at".split()
RULING = (
    "appeal_id appellant_id decided_by_id outcome follows reason_codes reason_list decided_at"
).split()


def changed(columns: list[str]) -> str:
    return " OR ".join(
        f"CAST(NEW.{one} AS text) IS DISTINCT FROM CAST(OLD.{one} AS text)" for one in columns
    )


CERTIFICATE_CHANGED = " OR ".join(
    [
        changed(FROZEN),
        "(OLD.issued_at IS NOT NULL AND NEW.issued_at IS DISTINCT FROM OLD.issued_at)",
        "(OLD.standing NOT IN ('active', 'suspended') AND NEW.standing <> OLD.standing"
        " AND NOT (OLD.standing = 'withdrawn' AND NEW.standing = 'active'"
        f" AND {REINSTATED_ON_APPEAL}))",
    ]
)
OWN_APPLICANT = (
    "NOT EXISTS (SELECT 1 FROM certification_condition c"
    " JOIN certification_decision d ON d.id = c.decision_id"
    " WHERE c.id = NEW.condition_id AND d.applicant_id = NEW.applicant_id)"
)
APPEALABLE = (
    "(EXISTS (SELECT 1 FROM certification_decision d WHERE d.id = NEW.decision_id"
    " AND d.applicant_id = NEW.appellant_id AND d.outcome IN ('defer', 'refuse'))"
    " OR EXISTS (SELECT 1 FROM certification_certificateevent e"
    " JOIN certification_certificate c ON c.id = e.certificate_id WHERE e.id = NEW.event_id"
    " AND c.holder_id = NEW.appellant_id AND e.kind IN ('suspended', 'withdrawn')))"
)
COPY_AGREES = (
    "EXISTS (SELECT 1 FROM certification_appeal a WHERE a.id = NEW.appeal_id"
    " AND a.appellant_id = NEW.appellant_id)"
)
RULER_TOOK_PART = (
    "EXISTS (SELECT 1 FROM certification_appeal a"
    " JOIN certification_decision d ON d.id = a.decision_id WHERE a.id = NEW.appeal_id AND ("
    "EXISTS (SELECT 1 FROM certification_decision o WHERE o.application_id = d.application_id"
    " AND o.decision_maker_id = NEW.decided_by_id)"
    " OR EXISTS (SELECT 1 FROM certification_review r WHERE r.application_id = d.application_id"
    " AND r.reviewer_id = NEW.decided_by_id)))"
    " OR EXISTS (SELECT 1 FROM certification_appeal a"
    " JOIN certification_certificateevent e ON e.id = a.event_id"
    " WHERE a.id = NEW.appeal_id AND e.by_id = NEW.decided_by_id)"
)


def stays(table: str, columns: list[str]) -> list:
    return [
        guard(
            f"certification_{table}_stays",
            f"certification_{table}",
            on="UPDATE",
            when=changed(columns),
            message="what was said about a certification is never changed",
        ),
        guard(
            f"certification_{table}_is_kept",
            f"certification_{table}",
            on="DELETE",
            message="what was said about a certification is never removed",
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("certification", "0009_conditions_and_appeals")]

    operations = [
        guard(
            "certification_review_of_its_application",
            "certification_review",
            on="INSERT",
            when=f"{APPLICANT_IS_HERS} OR {DECIDED_THIS_ROUND}"
            f" OR {took_part('NEW.application_id', 'NEW.reviewer_id')}",
            message="a review is of an open application, its applicant and its evidence",
        ),
        guard(
            "certification_decision_by_another",
            "certification_decision",
            on="INSERT",
            when=f"{APPLICANT_IS_HERS} OR {NOT_THIS_ROUND} OR {REVIEWED_ENOUGH}"
            f" OR {DECIDER_REVIEWED} OR {took_part('NEW.application_id', 'NEW.decision_maker_id')}",
            message="a decision needs the reviews of other people than the one who decides",
        ),
        guard(
            "certification_decision_copies_agree",
            "certification_decisionreviewer",
            on="INSERT",
            when=COPIES_AGREE,
            message="the people of a decision are those of its reviews",
        ),
        guard(
            "certification_application_stays",
            "certification_application",
            on="UPDATE",
            when=(
                "NEW.applicant_id <> OLD.applicant_id"
                " OR NEW.scheme_version_id <> OLD.scheme_version_id"
                f" OR {DECIDED_STAYS} OR {ROUND_STAYS}"
            ),
            message="an application keeps its applicant, and a decided one stays as it is",
        ),
        guard(
            "certification_application_is_kept",
            "certification_application",
            on="DELETE",
            when="OLD.state <> 'draft'",
            message="an application handed in is never removed",
        ),
        guard(
            "certification_certificate_was_granted",
            "certification_certificate",
            on="INSERT",
            when=f"({GRANTED_TO_HOLDER}) OR ({RECORD_APPROVED})",
            message="a certificate rests on a grant to its holder",
        ),
        guard(
            "certification_certificate_stays",
            "certification_certificate",
            on="UPDATE",
            when=CERTIFICATE_CHANGED,
            message="a certificate is never changed, and one that ended never comes back",
        ),
        *[
            guard(
                f"certification_{table}_no_{on.lower()}",
                f"certification_{table}",
                on=on,
                message="what was said about a certification is never changed or removed",
            )
            for table in ("decision", "decisionreviewer", "setaside")
            for on in ("UPDATE", "DELETE")
        ],
        guard(
            "certification_set_aside_on_appeal",
            "certification_setaside",
            on="INSERT",
            when=f"NOT {SET_ASIDE_ON_APPEAL}",
            message="a decision is set aside by an appeal that was upheld",
        ),
        guard(
            "certification_condition_said_of_its_applicant",
            "certification_conditionevent",
            on="INSERT",
            when=OWN_APPLICANT,
            message="what is said of a condition names its applicant",
        ),
        guard(
            "certification_appeal_by_whom_it_concerns",
            "certification_appeal",
            on="INSERT",
            when=f"NOT {APPEALABLE}",
            message="an appeal is made by whom it concerns, against what can be appealed",
        ),
        guard(
            "certification_ruling_by_others",
            "certification_appealruling",
            on="INSERT",
            when=f"NOT {COPY_AGREES} OR {RULER_TOOK_PART}",
            message="an appeal is answered by people who took no part in what it is against",
        ),
        *stays("condition", CONDITION),
        *stays("conditionevent", CONDITION_EVENT),
        *stays("appeal", APPEAL),
        *stays("appealruling", RULING),
    ]
