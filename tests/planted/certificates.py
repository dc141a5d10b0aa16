"""The gravest faults of certificates, their checking and their renewal, each with its test."""

from tests.planted.faults import Fault

CREDENTIALS = "certification/credentials"
RULES = f"{CREDENTIALS}/rules"
ACTIONS = f"{CREDENTIALS}/actions"
REGISTRY = "certification/registry"
IN_CREDENTIALS = "tests/certification/credentials"
IN_REGISTRY = "tests/certification/registry"

CERTIFICATE_FAULTS = [
    Fault(
        42,
        "a file that was changed is served",
        f"{CREDENTIALS}/storage.py",
        "if sha256(content) != expected:",
        "if not content:",
        f"{IN_CREDENTIALS}/test_issuing.py::test_a_changed_file_is_never_served",
    ),
    Fault(
        43,
        "links to the old one go on after a correction",
        f"{ACTIONS}/issuing_again.py",
        "for link in old.shares.filter(revoked_at=None):",
        "for link in old.shares.none():",
        f"{IN_CREDENTIALS}/test_replacing.py::"
        "test_every_link_to_the_old_one_ends_and_no_new_one_is_made",
    ),
    Fault(
        42,
        "another picture than was frozen is printed",
        f"{CREDENTIALS}/carriers.py",
        "if sha256(logo) != wanted:",
        "if not logo:",
        f"{IN_CREDENTIALS}/test_templates.py::test_another_picture_than_was_frozen_is_not_printed",
    ),
    Fault(
        45,
        "a grant promises what cannot be printed",
        "certification/decisions/actions/deciding.py",
        "may_certify(application, by, now).require()",
        "may_certify(application, by, now)",
        f"{IN_CREDENTIALS}/test_printable.py::"
        "test_a_grant_by_somebody_whose_name_cannot_be_printed_is_refused",
    ),
    Fault(
        46,
        "the name is no paragraph for whoever hears the page",
        "training_site/content/typst/type.typ",
        "if is-paragraph { set par(leading: leading); par(content) } else { content }",
        "content",
        f"{IN_CREDENTIALS}/documents/test_pdf_structure.py::"
        "test_every_text_is_a_paragraph_or_the_title",
    ),
    Fault(
        47,
        "the last day of grace is one too few",
        f"{RULES}/public_state.py",
        "if today > valid_until + timedelta(days=grace_days):",
        "if today >= valid_until + timedelta(days=grace_days):",
        f"{IN_CREDENTIALS}/test_rules.py::test_what_the_world_is_told",
    ),
    Fault(
        50,
        "a rotated number is told apart from an unknown one",
        f"{RULES}/public_state.py",
        "Standing.ROTATED: PublicState.NOT_FOUND",
        "Standing.ROTATED: PublicState.REPLACED",
        f"{IN_CREDENTIALS}/test_rules.py::test_what_the_world_is_told",
    ),
    Fault(
        54,
        "a withdrawn credential keeps its bit",
        f"{RULES}/lifecycle.py",
        "REVOKED = frozenset({Standing.WITHDRAWN, ",
        "REVOKED = frozenset({",
        f"{IN_CREDENTIALS}/test_rules.py::"
        "test_what_ends_by_a_finding_or_a_wish_sets_the_bit_and_suspension_does_not",
    ),
    Fault(
        56,
        "an early renewal loses the days that were left",
        "certification/renewals/rules/terms.py",
        "term.last + A_DAY if in_time else decided",
        "decided",
        "tests/certification/renewals/test_rules.py::"
        "test_early_counts_from_the_old_last_day_and_late_from_the_decision",
    ),
    Fault(
        57,
        "what was suspended on a day counts as held",
        f"{CREDENTIALS}/models/asking.py",
        "counted = told.filter(Q(stood=None) | Q(stood__in=STANDS), taken_over)",
        "counted = told.filter(taken_over)",
        f"{IN_CREDENTIALS}/test_held_on.py::test_what_was_suspended_or_ended_on_that_day_does_not_count",
    ),
    Fault(
        62,
        "whoever checked a renewal decides it",
        "certification/renewals/rules/renewing.py",
        "    if is_checker:\n",
        "    if is_checker and outcome == 'refuse':\n",
        "tests/certification/renewals/test_rules.py::test_who_decides_what",
    ),
    Fault(
        None,
        "a committee counts before everybody has voted",
        "certification/complaints/rules/committee.py",
        "everybody == set(accepted) == set(voted)",
        "everybody == set(accepted)",
        "tests/certification/complaints/test_findings.py::"
        "test_nobody_signs_before_all_are_in_and_nobody_votes_twice",
    ),
    Fault(
        62,
        "one person proposes and confirms a recall",
        "certification/recalls/rules/recalling.py",
        '    if proposed_it:\n        return no("recall_by_another")\n',
        "",
        "tests/certification/recalls/test_rules.py::test_another_person_confirms_what_was_shown",
    ),
    Fault(
        None,
        "a withdrawal is overtaken by a replacement",
        f"{ACTIONS}/issuing_again.py",
        "    if replacement.dropped_at:\n        return None\n    if not goes_on(old.standing):\n"
        "        return _drop(replacement, old, now)\n",
        "",
        f"{IN_CREDENTIALS}/test_races.py::test_a_withdrawal_and_a_replacement_never_both_hold",
    ),
]
