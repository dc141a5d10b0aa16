"""Whether the place somebody reads at is worth keeping."""


def may_keep_place(*, current: bool, known: bool) -> bool:
    """A tab that shows an older version, or a place that the lesson does not have, says nothing."""
    return current and known
