"""Walls around replacements, renewals, complaints and recalls, and those that say more than before."""

from django.db import migrations

from training_site.audit.triggers import columns_changed, guard

NAMED = "certification_"
GRANTED = (
    "EXISTS (SELECT 1 FROM certification_decision d WHERE d.id = NEW.decision_id"
    " AND d.outcome = 'grant' AND d.applicant_id = NEW.holder_id)"
)
RECORDED = (
    "EXISTS (SELECT 1 FROM certification_recordedcertification r WHERE r.id = NEW.recorded_id"
    " AND r.approved_at IS NOT NULL AND r.holder_id = NEW.holder_id)"
)
REPLACES = (
    "EXISTS (SELECT 1 FROM certification_certificatereplacement r"
    " JOIN certification_certificate c ON c.id = r.certificate_id"
    " WHERE r.id = NEW.replacement_id AND r.dropped_at IS NULL AND c.holder_id = NEW.holder_id"
    " AND COALESCE(c.first_id, c.id) = NEW.first_id"
    " AND (r.kind <> 'renewal' OR EXISTS (SELECT 1 FROM certification_renewal n"
    " JOIN certification_certificate o ON o.id = n.certificate_id"
    " WHERE COALESCE(o.first_id, o.id) = NEW.first_id AND n.term_last = c.valid_until"
    " AND n.outcome = 'renew')))"
)
BORN_ISSUED = "(NEW.replacement_id IS NOT NULL AND NEW.issued_at IS NOT NULL)"
STILL_STANDS = (
    "EXISTS (SELECT 1 FROM certification_certificatereplacement r"
    " JOIN certification_certificate c ON c.id = r.certificate_id"
    " WHERE r.id = NEW.replacement_id"
    " AND (c.standing NOT IN ('superseded', 'rotated') OR r.dropped_at IS NOT NULL))"
)
REPLACED_ALREADY = (
    "EXISTS (SELECT 1 FROM certification_certificate c"
    " WHERE c.replacement_id = OLD.id AND c.issued_at IS NOT NULL)"
)
FROZEN = (
    "public_id decision_id recorded_id replacement_id first_id template_id holder_id"
    " scheme_version_id number snapshot snapshot_hash valid_from valid_until grace_days status_list"
    " status_index allocated_at"
)
REINSTATED_ON_APPEAL = (
    "EXISTS (SELECT 1 FROM certification_appealruling u"
    " JOIN certification_appeal p ON p.id = u.appeal_id"
    " JOIN certification_certificateevent e ON e.id = p.event_id"
    " WHERE e.certificate_id = OLD.id AND e.kind = 'withdrawn' AND u.follows = 'reinstate')"
)
CERTIFICATE_CHANGED = (
    f"{columns_changed(FROZEN)}"
    " OR (OLD.issued_at IS NOT NULL AND NEW.issued_at IS DISTINCT FROM OLD.issued_at)"
    " OR (OLD.standing NOT IN ('active', 'suspended') AND NEW.standing <> OLD.standing"
    f" AND NOT (OLD.standing = 'withdrawn' AND NEW.standing = 'active' AND {REINSTATED_ON_APPEAL}))"
    f" OR (OLD.issued_at IS NULL AND NEW.issued_at IS NOT NULL AND {STILL_STANDS})"
)
APPEALABLE = (
    "(EXISTS (SELECT 1 FROM certification_decision d WHERE d.id = NEW.decision_id"
    " AND d.applicant_id = NEW.appellant_id AND d.outcome IN ('defer', 'refuse'))"
    " OR EXISTS (SELECT 1 FROM certification_certificateevent e"
    " JOIN certification_certificate c ON c.id = e.certificate_id WHERE e.id = NEW.event_id"
    " AND c.holder_id = NEW.appellant_id AND e.kind IN ('suspended', 'withdrawn', 'narrowed'))"
    " OR EXISTS (SELECT 1 FROM certification_renewal n WHERE n.id = NEW.renewal_id"
    " AND n.certificant_id = NEW.appellant_id AND n.outcome = 'refuse')"
    " OR EXISTS (SELECT 1 FROM certification_complaintfinding f WHERE f.id = NEW.finding_id"
    " AND f.respondent_id = NEW.appellant_id))"
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
    " OR EXISTS (SELECT 1 FROM certification_appeal a"
    " JOIN certification_renewal n ON n.id = a.renewal_id WHERE a.id = NEW.appeal_id"
    " AND (n.checked_by_id = NEW.decided_by_id OR n.decided_by_id = NEW.decided_by_id))"
    " OR EXISTS (SELECT 1 FROM certification_appeal a"
    " JOIN certification_complaintfinding f ON f.id = a.finding_id"
    " JOIN certification_complaint k ON k.id = f.complaint_id"
    " LEFT JOIN certification_committeemember m ON m.complaint_id = k.id"
    " WHERE a.id = NEW.appeal_id AND (k.opened_by_id = NEW.decided_by_id"
    " OR m.person_id = NEW.decided_by_id))"
)
APPEAL = "public_id appellant_id decision_id event_id renewal_id finding_id made_at"
RENEWAL_BASIS = "public_id certificate_id certificant_id term_first term_last submitted_at"
RENEWAL_DECIDED = (
    "state declarations evidence evidence_hash checked_by_id checked_at outcome reason_codes"
    " reason_list decided_by_id decided_at appeal_until"
)
RENEWS_ANOTHERS = (
    "NOT EXISTS (SELECT 1 FROM certification_certificate c WHERE c.id = NEW.certificate_id"
    " AND c.holder_id = NEW.certificant_id)"
)
# The peer whose word is part of the evidence, and whoever checked or decided an earlier round of the
# same handing-in (its instant says which), neither checks nor decides.
RENEWED_BY_THE_SAME = (
    "EXISTS (SELECT 1 FROM certification_peerreview p WHERE p.certificant_id = NEW.certificant_id"
    " AND p.state = 'signed' AND p.held_on >= NEW.term_first"
    " AND p.peer_id IN (NEW.checked_by_id, NEW.decided_by_id))"
    " OR EXISTS (SELECT 1 FROM certification_renewal n WHERE n.certificant_id = NEW.certificant_id"
    " AND n.submitted_at = NEW.submitted_at AND n.public_id <> NEW.public_id"
    " AND n.state = 'decided' AND (n.checked_by_id IN (NEW.checked_by_id, NEW.decided_by_id)"
    " OR n.decided_by_id IN (NEW.checked_by_id, NEW.decided_by_id)))"
)
CE = "public_id certificant_id category title provider date minutes state claimed_at how_seen answered_by_id answered_at"
PEER = "public_id certificant_id peer_id state asked_at held_on judgement answered_at typed_name content_hash"
RECALL = "public_id supervisor_id role from_day until_day proposed_by_id proposed_at confirmed_by_id confirmed_at dropped_at withheld"
RECALL_ITEM = "public_id recall_id person_id application_id certificate_id entries minutes met_before met_after missing outcome due_on event_id decided_by_id decided_at"
COPIED_RESPONDENT = (
    "NOT EXISTS (SELECT 1 FROM certification_complaint k WHERE k.id = NEW.complaint_id"
    " AND k.respondent_id = NEW.respondent_id)"
)
SIGNED_BY_MEMBER = (
    "EXISTS (SELECT 1 FROM certification_committeemember m WHERE m.complaint_id = NEW.complaint_id"
    " AND m.person_id = NEW.signed_by_id AND m.round = NEW.round AND m.accepted_at IS NOT NULL"
    " AND m.stepped_back_at IS NULL)"
)
SEATED = (
    " m.complaint_id = NEW.complaint_id AND m.round = NEW.round AND m.stepped_back_at IS NULL"
)
VOTES = (
    "(SELECT COUNT(*) FROM certification_committeevote v"
    " JOIN certification_committeemember m ON m.id = v.member_id"
    " JOIN certification_complaint k ON k.id = m.complaint_id AND k.ballot = v.ballot"
    f" WHERE{SEATED}{{}}) "
)
SEATS = f"(SELECT COUNT(*) FROM certification_committeemember m WHERE{SEATED})"
VOTES_COUNTED = (
    f"NEW.votes_for = {VOTES.format(' AND v.finding = NEW.finding')}"
    f"AND NEW.votes_for + NEW.votes_against = {VOTES.format('')}"
    f"AND NEW.votes_for + NEW.votes_against = {SEATS}"
)
MAY_NOT_SIT = (
    f"{COPIED_RESPONDENT} OR EXISTS (SELECT 1 FROM certification_complaint k"
    " WHERE k.id = NEW.complaint_id"
    " AND (k.opened_by_id = NEW.person_id OR k.complainant_id = NEW.person_id))"
)
VOTES_NOW = (
    "EXISTS (SELECT 1 FROM certification_committeemember m"
    " JOIN certification_complaint k ON k.id = m.complaint_id WHERE m.id = NEW.member_id"
    " AND m.accepted_at IS NOT NULL AND m.stepped_back_at IS NULL AND m.round = k.round"
    " AND k.ballot = NEW.ballot AND k.state = 'committee')"
)
MEASURE_BY_ONE = (
    "NEW.event_id IS NOT NULL AND OLD.event_id IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM certification_certificateevent e"
    " JOIN certification_certificate c ON c.id = e.certificate_id"
    " JOIN certification_complaint k ON k.id = NEW.complaint_id"
    " WHERE e.id = NEW.event_id AND c.holder_id = k.respondent_id AND e.by_id <> NEW.by_id)"
)
SANCTION_BY_MEMBER = (
    "NEW.event_id IS NOT NULL AND OLD.event_id IS NULL AND (NOT EXISTS"
    " (SELECT 1 FROM certification_certificateevent e"
    " JOIN certification_certificate c ON c.id = e.certificate_id"
    " JOIN certification_complaintfinding f ON f.id = NEW.finding_id"
    " WHERE e.id = NEW.event_id AND c.holder_id = f.respondent_id)"
    " OR EXISTS (SELECT 1 FROM certification_certificateevent e"
    " JOIN certification_complaintfinding f ON f.id = NEW.finding_id"
    " JOIN certification_committeemember m ON m.complaint_id = f.complaint_id"
    " AND m.person_id = e.by_id WHERE e.id = NEW.event_id))"
)
EVENT_SET_ONCE = "OLD.event_id IS NOT NULL AND NEW.event_id IS DISTINCT FROM OLD.event_id"
MEASURE_ENDED = f"OLD.ended_at IS NOT NULL AND ({columns_changed('ended_by_id ended_at review_on')})"


def certificate_walls() -> list:
    return [
        guard(
            f"{NAMED}certificate_was_granted",
            f"{NAMED}certificate",
            on="INSERT",
            when=f"NOT ({GRANTED} OR {RECORDED} OR {REPLACES}) OR {BORN_ISSUED}",
            message="a certificate rests on a grant to its holder",
        ),
        guard(
            f"{NAMED}certificate_stays",
            f"{NAMED}certificate",
            on="UPDATE",
            when=CERTIFICATE_CHANGED,
            message="a certificate is never changed, and one that ended never comes back",
        ),
    ]


def appeal_walls() -> list:
    return [
        guard(
            f"{NAMED}appeal_by_whom_it_concerns",
            f"{NAMED}appeal",
            on="INSERT",
            when=f"NOT {APPEALABLE}",
            message="an appeal is by the person concerned, against what can be appealed",
        ),
        guard(
            f"{NAMED}ruling_by_others",
            f"{NAMED}appealruling",
            on="INSERT",
            when=f"NOT {COPY_AGREES} OR {RULER_TOOK_PART}",
            message="an appeal is answered by somebody who took no part in what is appealed",
        ),
        changes_refused("appeal", columns_changed(APPEAL)),
    ]


def renewal_walls() -> list:
    return [
        guard(
            f"{NAMED}renewal_of_its_holder",
            f"{NAMED}renewal",
            on="INSERT",
            when=RENEWS_ANOTHERS,
            message="a renewal is handed in by the holder of its certificate",
        ),
        guard(
            f"{NAMED}renewal_entered_by_others",
            f"{NAMED}renewal",
            on="INSERT",
            when=RENEWED_BY_THE_SAME,
            message="a renewal is checked and decided by people who have not spoken about it",
        ),
        guard(
            f"{NAMED}renewal_decided_by_others",
            f"{NAMED}renewal",
            on="UPDATE",
            when=f"({columns_changed('checked_by_id decided_by_id')}) AND ({RENEWED_BY_THE_SAME})",
            message="a renewal is checked and decided by people who have not spoken about it",
        ),
    ]


def changes_refused(table: str, when: str) -> object:
    return guard(
        f"{NAMED}{table}_stays",
        f"{NAMED}{table}",
        on="UPDATE",
        when=when,
        message="what was said about a certification is never changed",
    )


def kept(table: str, when: str = "1 = 1") -> object:
    return guard(
        f"{NAMED}{table}_is_kept",
        f"{NAMED}{table}",
        on="DELETE",
        when=when,
        message="what was said about a certification is never removed",
    )


def always(table: str, columns: str) -> list:
    """Rows that say something once; their texts lie outside, for keys change and retention erases."""
    return [changes_refused(table, columns_changed(columns)), kept(table)]


def once(table: str, columns: str, when: str) -> list:
    """Rows that stay as they are from some moment on."""
    return [changes_refused(table, f"{when} AND ({columns_changed(columns)})"), kept(table)]


class Migration(migrations.Migration):
    dependencies = [("certification", "0011_after_the_grant")]

    operations = [
        *certificate_walls(),
        *appeal_walls(),
        changes_refused(
            "certificatereplacement",
            f"{columns_changed('public_id certificate_id kind valid_from valid_until by_id at')}"
            " OR (NEW.dropped_at IS DISTINCT FROM OLD.dropped_at"
            f" AND (OLD.dropped_at IS NOT NULL OR {REPLACED_ALREADY}))",
        ),
        kept("certificatereplacement"),
        changes_refused("certificatetemplate", "OLD.published_at IS NOT NULL"),
        kept("certificatetemplate", "OLD.published_at IS NOT NULL"),
        *once("ceactivity", CE, "OLD.state <> 'claimed'"),
        *once("peerreview", PEER, "OLD.state <> 'asked'"),
        changes_refused(
            "renewal",
            f"{columns_changed(RENEWAL_BASIS)}"
            f" OR (OLD.state = 'decided' AND ({columns_changed(RENEWAL_DECIDED)}))",
        ),
        kept("renewal"),
        *renewal_walls(),
        *once("recall", RECALL, "OLD.confirmed_at IS NOT NULL"),
        *once("recallitem", RECALL_ITEM, "OLD.outcome <> ''"),
        *always("complaint", "public_id respondent_id complainant_id concern_id opened_by_id opened_at received_on"),
        *always("complaintstep", "complaint_id kind due_on by_id at"),
        changes_refused(
            "interimmeasure",
            f"{columns_changed('public_id complaint_id kind by_id at')} OR {EVENT_SET_ONCE}"
            f" OR {MEASURE_ENDED} OR ({MEASURE_BY_ONE})",
        ),
        kept("interimmeasure"),
        guard(
            f"{NAMED}committeemember_not_the_respondent",
            f"{NAMED}committeemember",
            on="INSERT",
            when=MAY_NOT_SIT,
            message="a committee is called for the complaint it names, of people it is not about",
        ),
        changes_refused(
            "committeemember",
            f"{columns_changed('public_id complaint_id respondent_id person_id round called_by_id called_at')}"
            f" OR (OLD.accepted_at IS NOT NULL AND ({columns_changed('accepted_at')}))"
            f" OR (OLD.stepped_back_at IS NOT NULL AND ({columns_changed('stepped_back_at')}))",
        ),
        kept("committeemember"),
        guard(
            f"{NAMED}committeevote_by_who_sits",
            f"{NAMED}committeevote",
            on="INSERT",
            when=f"NOT {VOTES_NOW}",
            message="whoever sits on the committee votes, once in each ballot",
        ),
        *always("committeevote", "member_id ballot finding sanctions at"),
        guard(
            f"{NAMED}complaintfinding_by_its_committee",
            f"{NAMED}complaintfinding",
            on="INSERT",
            when=f"{COPIED_RESPONDENT} OR NOT {SIGNED_BY_MEMBER} OR NOT ({VOTES_COUNTED})",
            message="a finding is what most of the committee voted for",
        ),
        *always(
            "complaintfinding",
            "public_id complaint_id respondent_id round finding votes_for votes_against signed_by_id decided_at appeal_until",
        ),
        guard(
            f"{NAMED}complaintfinding_set_aside_once",
            f"{NAMED}complaintfinding",
            on="UPDATE",
            when="OLD.set_aside_at IS NOT NULL AND NEW.set_aside_at IS DISTINCT FROM OLD.set_aside_at",
            message="a finding is set aside once",
        ),
        changes_refused(
            "sanction",
            f"{columns_changed('public_id finding_id kind due_on')} OR {EVENT_SET_ONCE}"
            f" OR ({SANCTION_BY_MEMBER})",
        ),
        kept("sanction"),
        *always("sanctionevent", "sanction_id what due_on by_id at"),
    ]
