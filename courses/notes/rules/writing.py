"""What a private text may hold, and when a newer one takes its place."""

from training_site.verdict import YES, Verdict, no

LIMIT = 20_000  # characters; about twelve printed pages


def may_keep(text: str) -> Verdict:
    if len(text) > LIMIT:
        return no("entry_too_long", limit=LIMIT, length=len(text))
    return YES if text.strip() else no("entry_is_empty")


def may_replace(upon: str, edition: str | None) -> Verdict:
    """Whether the writer saw what is there now. `edition` is None where nothing is kept (any more)."""
    if edition is None:
        return no("entry_erased_elsewhere") if upon else YES
    return YES if upon == edition else no("entry_kept_elsewhere")
