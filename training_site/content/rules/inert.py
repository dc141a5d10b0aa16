"""A cell that a spreadsheet shows and never carries out."""

FORMULA = ("=", "+", "-", "@", "|")


def inert(value: object) -> object:
    """A text that could begin a formula gets an apostrophe before it; numbers stay numbers.

    White space and control characters in front don't hide it: some programs skip them.
    """
    if not isinstance(value, str):
        return value
    begins = value.lstrip("".join(map(chr, range(33))) + "\u00a0\ufeff")
    return f"'{value}" if begins.startswith(FORMULA) or value[:1] in ("\t", "\r", "\n") else value
