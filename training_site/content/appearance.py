"""How a reader wants pages to look and answer: theme, text size, line spacing, single keys.

It is kept in a cookie of this browser and nowhere else: a telephone in bed and a desk by day want
different things, and strangers may choose too. The cookie holds nothing but the words below, so it
needs no signature: whatever else stands in it is ignored. The server writes the choice into the
page, so nothing flashes, and it works without JavaScript.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

COOKIE = "appearance"
A_YEAR = 365 * 24 * 3600  # seconds
CHOICES = {
    "theme": ("light", "dark"),
    "text": ("large", "larger"),
    "lines": ("wide",),
    "keys": ("off",),
}


@dataclass(frozen=True)
class Appearance:
    """Empty means the site's own way: the device's theme, normal text and lines, keys on."""

    theme: str = ""
    text: str = ""
    lines: str = ""
    keys: str = ""

    @classmethod
    def read(cls, written: str) -> "Appearance":
        """What a cookie says, word by word: `theme-dark.text-large`."""
        said = dict(word.split("-", 1) for word in written.split(".") if "-" in word)
        return cls.of(said)

    @classmethod
    def of(cls, said) -> "Appearance":
        known = {name: said.get(name, "") for name in CHOICES}
        return cls(
            **{name: value for name, value in known.items() if value in CHOICES[name]},
        )

    def written(self) -> str:
        chosen = ((name, getattr(self, name)) for name in CHOICES)
        return ".".join(f"{name}-{value}" for name, value in chosen if value)


def appearance_of(request: HttpRequest) -> Appearance:
    return Appearance.read(request.COOKIES.get(COOKIE, ""))


def keep(response: HttpResponse, appearance: Appearance, *, secure: bool) -> None:
    """Readable by script, because preferences.js writes it as well."""
    if not appearance.written():
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(COOKIE, appearance.written(), max_age=A_YEAR, secure=secure, samesite="Lax")
