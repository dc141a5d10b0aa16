"""What a reflection may hold: anything, up to a length that still is one."""

from training_site.verdict import YES, Verdict, no

LIMIT = 20_000  # characters; about twelve printed pages


def may_keep(text: str) -> Verdict:
    if len(text) > LIMIT:
        return no("reflection_too_long", limit=LIMIT, length=len(text))
    return YES if text.strip() else no("reflection_is_empty")
