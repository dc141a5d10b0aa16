"""The gravest faults of what was issued: what it says later, who believes it, what follows by itself."""

from tests.planted.certificates import (
    ACTIONS,
    CREDENTIALS,
    IN_CREDENTIALS,
    IN_REGISTRY,
    REGISTRY,
    RULES,
)
from tests.planted.faults import Fault

FIXED = f"{IN_CREDENTIALS}/test_fixed_at_issue.py"
EVERYWHERE = "tests/certification/test_held_everywhere.py"
VERIFIER = "docs/verifying/triad_verify.py"
ANSWER = "templates/certification/registry/answer.html"
RENEWALS = "certification/renewals"
IN_RENEWALS = "tests/certification/renewals"

ISSUED_FAULTS = [
    Fault(
        None,
        "a job that was killed cannot go on",
        f"{ACTIONS}/issuing.py",
        "    if existing := Certificate.objects.filter(decision=decision).first():\n"
        "        return existing\n",
        "",
        f"{IN_CREDENTIALS}/test_issuing.py::test_killed_at_any_step_it_goes_on_and_ends_as_one",
    ),
    Fault(
        None,
        "a cut end of the record is not noticed",
        VERIFIER,
        "    need(head in heads, ",
        "    need(True, ",
        "tests/training_site/audit/test_export.py::test_each_of_a_thousand_tamperings_is_found",
    ),
    Fault(
        None,
        "a changed link of the record is not noticed",
        "training_site/audit/verifying.py",
        "if event.prev_hash != prev or event.chain_hash",
        "if event.chain_hash",
        "tests/training_site/audit/test_tampering.py::test_each_tampering_is_found",
    ),
    Fault(
        42,
        "a new name of the account is printed",
        f"{CREDENTIALS}/carriers.py",
        "    snapshot = certificate.frozen\n    entry",
        "    from dataclasses import replace\n\n"
        "    snapshot = replace(certificate.frozen, holder_name=certificate.holder.name)\n    entry",
        f"{FIXED}::test_no_name_or_title_of_later_reaches_what_was_issued",
    ),
    Fault(
        44,
        "a long name is wider than the page",
        "training_site/content/typst/type.typ",
        "#let name-width = 236mm",
        "#let name-width = 336mm",
        f"{IN_CREDENTIALS}/documents/test_goldens.py::test_the_page_looks_as_it_should",
    ),
    Fault(
        48,
        "the page tells another last day",
        ANSWER,
        "with day=answer.facts.valid_until|longdate %}{{ day }}, that",
        "with day=answer.facts.valid_from|longdate %}{{ day }}, that",
        f"{IN_REGISTRY}/test_verify.py::test_the_page_says_in_what_and_from_when_until_when",
    ),
    Fault(
        48,
        "the file of a changed number is recognised",
        f"{REGISTRY}/answering.py",
        "return None if answer.telling.state == PublicState.NOT_FOUND else answer",
        "return answer if file else None",
        f"{IN_REGISTRY}/test_files.py::test_a_forged_changed_and_renumbered_file_answer_alike",
    ),
    Fault(
        50,
        "a guessed link tells whether there is one",
        f"{CREDENTIALS}/views/holder.py",
        "if not token or not ShareToken.objects.opening(public_id, token, now):",
        "there = Certificate.objects.filter(public_id=public_id).exists()\n"
        "    if not there or not ShareToken.objects.opening(public_id, token, now):",
        f"{IN_CREDENTIALS}/test_nothing_to_guess.py::"
        "test_an_id_that_exists_answers_a_stranger_like_one_that_does_not",
    ),
    Fault(
        51,
        "a round asks about each person",
        f"{RENEWALS}/actions/reminding.py",
        "people = User.objects.filter(is_active=True).in_bulk([one[2] for one in waiting])",
        "people = {one[2]: User.objects.get(pk=one[2]) for one in due}",
        f"{IN_RENEWALS}/test_reminders.py::"
        "test_a_run_with_nothing_to_say_takes_five_queries_however_many_there_are",
    ),
    Fault(
        52,
        "a reminder renews",
        f"{RENEWALS}/actions/reminding.py",
        "            notify(people[person], event, key=key, url=RENEWAL, at=now)\n",
        "            from certification.credentials.actions import replace_for_renewal\n"
        "            from training_site.accounts.roles import Role\n\n"
        "            replace_for_renewal(\n"
        "                Certificate.objects.get(holder=person),\n"
        "                valid_from=today,\n"
        "                valid_until=today + timedelta(days=1000),\n"
        "                reason='Reminded, and so renewed.',\n"
        "                by=User.objects.holding(Role.DECISION_MAKER).first(),\n"
        "                now=now,\n"
        "            )\n",
        "tests/certification/test_messages_award_nothing.py::"
        "test_no_setting_of_messages_awards_anything",
    ),
    Fault(
        53,
        "a certificate is ended without a reason",
        f"{RULES}/lifecycle.py",
        "    if len(reason.strip()) < SHORTEST_REASON:\n",
        "    if not reason:\n",
        f"{FIXED}::test_nothing_is_done_to_a_certificate_without_a_reason",
    ),
    Fault(
        53,
        "what was withdrawn is not found any more",
        f"{RULES}/public_state.py",
        "Standing.WITHDRAWN: PublicState.WITHDRAWN",
        "Standing.WITHDRAWN: PublicState.NOT_FOUND",
        f"{IN_REGISTRY}/test_verify.py::test_each_state_says_its_word_sentence_and_note",
    ),
    Fault(
        54,
        "a withdrawn one counts away from the site",
        VERIFIER,
        "COUNTS if found[0] in CERTIFIED and not over else REFUSED",
        "REFUSED if over else COUNTS",
        f"{IN_CREDENTIALS}/test_stand_alone.py::test_what_the_export_says_is_what_is_told",
    ),
    Fault(
        54,
        "anybody's signature will do",
        VERIFIER,
        'raise Refused("the signature does not hold: it was changed, or is another\'s") from error',
        "return",
        f"{IN_CREDENTIALS}/test_stand_alone.py::test_another_key_under_the_same_name_is_refused",
    ),
    Fault(
        55,
        "a later version shortens what was granted",
        "certification/decisions/evidence.py",
        "return read_scheme(application.scheme_version.text).decision",
        "newest = application.scheme_version.scheme.versions.latest('pk')\n"
        "    return read_scheme(newest.text).decision",
        f"{FIXED}::test_the_term_is_that_of_the_version_that_was_decided_under",
    ),
    Fault(
        57,
        "the list of people is kinder than the answer",
        f"{REGISTRY}/models/listing.py",
        ".filter(valid_until__gte=day)",
        "",
        f"{EVERYWHERE}::test_the_list_of_people_is_never_kinder",
    ),
    Fault(
        57,
        "a share card outlives the certificate",
        f"{REGISTRY}/views/card.py",
        "if not telling_of(certificate, timezone.now()).is_certified:",
        "if not certificate.issued_at:",
        f"{EVERYWHERE}::test_every_place_gives_the_same_answer",
    ),
    Fault(
        58,
        "one cycle's education counts for the next",
        f"{RENEWALS}/facts.py",
        '"certified": certificate.valid_from, ',
        '"certified": certificate.origin.valid_from, ',
        f"{IN_RENEWALS}/test_renewing.py::test_the_whole_way_to_another_term",
    ),
]
