"""The life of a scheme version, and the two people it takes from one to the next."""

from collections.abc import Mapping

from training_site.verdict import YES, Verdict, no

VERSION: Mapping[str, Mapping[str, str]] = {
    "draft": {"change": "draft", "approve": "approved"},
    "approved": {"publish": "effective"},
    "effective": {"retire": "retired"},
    "retired": {},
}
PREVIEW_DAYS = 7
"""A preview answers for so many days; after that it has to be run again."""


def may_version(verb: str, state: str) -> Verdict:
    if verb in VERSION[state]:
        return YES
    return no(
        "scheme_not_approved" if verb == "publish" and state == "draft" else "scheme_past_that"
    )


def may_approve(*, state: str, wrote_it: bool, unreachable: int) -> Verdict:
    """Somebody who wrote none of it, once every requirement can be met here."""
    if not (allowed := may_version("approve", state)):
        return allowed
    if wrote_it:
        return no("scheme_not_own_approval")
    return no("scheme_unreachable", count=unreachable) if unreachable else YES


def may_prepare(*, old: str, new: str, same_scheme: bool, prepared_already: bool) -> Verdict:
    """From the version in force to an approved one of the same scheme, one step at a time."""
    if not same_scheme or old != "effective":
        return no("transition_from_elsewhere")
    if not (allowed := may_version("publish", new)):
        return allowed
    return no("transition_prepared_already") if prepared_already else YES


def may_publish(
    *, published: bool, prepared_it: bool, complete: bool, age_days: int, unseen: int, old: str
) -> Verdict:
    """By somebody else than who prepared it, with a preview of everybody that is not old.

    `unseen` counts people held to the old version whom the preview does not know.
    """
    if published:
        return no("transition_published")
    if prepared_it:
        return no("transition_not_own")
    if old != "effective":
        return no("transition_from_elsewhere")
    if not complete or unseen:
        return no("transition_not_previewed")
    return no("transition_preview_old", days=PREVIEW_DAYS) if age_days > PREVIEW_DAYS else YES
