"""No view without a step: whatever this site answers is part of somebody's story."""

from tests.access.addresses import own_addresses

# Each name with the reason for which nobody in the story comes by, and where it is tested instead.
NOT_IN_THE_STORY = {
    "demo_mail": "only a demo has it: tests/training_site/demo/test_mail.py",
    "styleguide": "for those who build the site: tests/browser/test_design.py",
}


def views_without_a_step(visited: set[str]) -> set[str]:
    """Asked at the end of the story, with the names of all addresses that people came through."""
    left_out = NOT_IN_THE_STORY.keys()
    assert not visited & left_out
    return {address.name for address in own_addresses()} - visited - left_out


def test_what_is_left_out_is_there_and_named_with_its_test():
    names = {address.name for address in own_addresses()}
    reasons = NOT_IN_THE_STORY.values()

    assert NOT_IN_THE_STORY.keys() <= names
    assert all("tests/" in reason for reason in reasons)
