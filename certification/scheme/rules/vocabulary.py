"""The closed lists of words that schemes and facts are written in (product.md, engine.md)."""

CATEGORIES = (
    "didactic_async",
    "didactic_sync",
    "experiential_lab",
    "attitude_reassessment",
    "direct_session",
    "documentation_reflection",
    "triadic_meeting",
    "clinician_consultation",
    "mentor_individual",
    "mentor_group",
    "observation",
    "ce_general",
    "ce_ethics",
    "peer_consultation",
)
MODALITIES = ("in_person", "video", "phone", "asynchronous")
# The eight areas of study (product.md); training_site.content.areas has their words.
CONTENT_AREAS = (
    "ethics_law",
    "triad_collaboration",
    "consent_boundaries",
    "sensate_body",
    "trauma_safety",
    "diversity_disability",
    "documentation_supervision",
    "professional_practice",
)
FORMATS = ("individual", "group")
STATUSES = ("draft", "submitted", "returned", "contested", "signed")
GROUPINGS = ("case", "clinician", "supervisor")
LATE_EFFECTS = ("flag", "forfeit")

STATES = ("met", "not_met", "waived", "pending", "not_started")
UNITS = ("minutes", "count", "yes_no")
FLAGS = ("late", "signed_late", "displaced")

# Why minutes do not count. The list is closed; a rule that needs a new word adds it here, in
# the evaluation schema and in wording.py, and a test keeps the three alike.
NOT_COUNTED = (
    "not_signed",
    "contested",
    "agreement_not_in_force",
    "supervisor_not_qualified",
    "not_approved_then",
    "outside_window",
    "too_late",
    "modality_not_allowed",
    "group_too_large",
    "duplicate",
    "interleave",
    "conflict",
    "over_period_max",
    "period_gate_not_met",
    "over_cap",
    "not_in_scope",
)
# Why a requirement stands as it does.
OUTCOMES = (
    "complete",
    "waived",
    "minutes_missing",
    "minutes_waiting",
    "share_too_small",
    "share_too_large",
    "share_waiting",
    "share_of_nothing",
    "rhythm_kept",
    "rhythm_lacking",
    "rhythm_running",
    "rhythm_waiting",
    "rhythm_of_nothing",
    "ratio_lacking",
    "average_kept",
    "average_too_small",
    "periods_missing",
    "supervised_enough",
    "supervised_too_little",
    "count_missing",
    "count_waiting",
    "course_not_begun",
    "course_not_finished",
    "course_finished",
    "assessment_not_taken",
    "assessment_not_passed",
    "assessment_passed",
    "no_version_in_force",
    "version_not_signed",
    "signature_too_old",
    "version_signed",
    "areas_missing",
    "areas_waiting",
    "areas_reached",
    "sessions_missing",
    "sessions_waiting",
    "sessions_reached",
    "split_missing",
    "split_waiting",
    "milestone_not_reached",
    "milestone_overdue",
    "milestone_out_of_order",
    "milestone_too_late",
    "milestone_reached",
    "evaluation_missing",
    "evaluation_too_low",
    "evaluated",
    "cases_missing",
    "triad_incomplete",
    "triad_waiting",
    "triads_complete",
    "membership_none",
    "membership_lapsed",
    "membership_gap",
    "membership_current",
    "renewal_not_begun",
    "renewal_missing",
    "renewal_waiting",
    "renewal_over",
    "renewal_complete",
)
