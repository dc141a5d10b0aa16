"""From what somebody typed or pasted to the number it may hold."""

LONGEST = 300
PAGE = "/verify/"


def number_in(typed: str) -> str:
    """The number itself, or the part of a link to the page that answers it."""
    text = typed.strip()[:LONGEST]
    if PAGE not in text:
        return text
    return text.split(PAGE, 1)[1].split("?")[0].split("#")[0].strip("/").removesuffix(".json")
