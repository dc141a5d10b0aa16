"""The gravest faults of what others see of a certificate, each with its test."""

from tests.planted.faults import Fault

REGISTRY = "certification/registry"
IN_REGISTRY = "tests/certification/registry"

REGISTRY_FAULTS = [
    Fault(
        None,
        "a name shows while a measure keeps it out of sight",
        f"{REGISTRY}/models/listing.py",
        "return chosen.not_kept_hidden().exists()",
        "return chosen.exists()",
        f"{IN_REGISTRY}/test_suppression.py::test_lists_card_files_and_links_leave_the_entry_out",
    ),
    Fault(
        None,
        "what showed before shows again after a refusal",
        f"{REGISTRY}/actions/suppressing.py",
        "    hide(holder, now=now)\n",
        "",
        f"{IN_REGISTRY}/test_suppression.py::"
        "test_after_a_refusal_or_an_end_the_holder_may_choose_or_ask_again",
    ),
    Fault(
        None,
        "hiding one certificate leaves the other in the list",
        f"{REGISTRY}/actions/listing.py",
        "    for listing in RegistryListing.objects.showing_something_of(holder):\n        _write",
        "    for listing in RegistryListing.objects.showing_something_of(holder)[:1]:\n        _write",
        f"{IN_REGISTRY}/test_listing.py::test_one_press_hides_everything_that_its_holder_shows",
    ),
    Fault(
        None,
        "an answer tells whether a letter was kept",
        f"{REGISTRY}/views/registry.py",
        "            hand_in_letter(letterbox, **form.letter, now=now)\n",
        "            if not hand_in_letter(letterbox, **form.letter, now=now):\n"
        "                return render(request, '429.html', status=TOO_MANY)\n",
        f"{IN_REGISTRY}/test_letters.py::test_whether_it_was_kept_is_told_to_nobody",
    ),
    Fault(
        50,
        "whoever writes a letter is counted by address",
        f"{REGISTRY}/views/registry.py",
        'network = salted_hmac("certification.letters", client_address(request)).hexdigest()[:32]',
        "network = client_address(request)",
        f"{IN_REGISTRY}/test_letters.py::test_no_address_is_kept_to_count_by",
    ),
    Fault(
        None,
        "a reason is read without a trace",
        f"{REGISTRY}/views/desk.py",
        "    actions.open_suppression(one, by=request.user, now=now)\n",
        "",
        f"{IN_REGISTRY}/test_desk.py::test_opening_a_request_leaves_a_trace_and_listing_it_none",
    ),
]
