"""A page as somebody without scripts sees it: its words, its links, its forms with what they hold."""

from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

FIELDS = ["input", "select", "textarea"]
UNSENT = {"submit", "button", "reset", "image", "file"}


class Page:
    """What came for a request of one visitor; following and sending goes on as that visitor."""

    def __init__(self, visitor, response):
        self.visitor, self.response = visitor, response
        self.path = response.wsgi_request.get_full_path()
        self._soup = BeautifulSoup(response.content, "html.parser")
        self._main = self._soup.find("main") or self._soup

    @property
    def text(self) -> str:
        return " ".join(self._main.get_text(" ").split())

    def says(self, *sentences: str) -> "Page":
        for sentence in sentences:
            assert sentence in self.text, f"{sentence!r} is not on {self.path}: {self.text}"
        return self

    def says_nothing_of(self, *words: str) -> "Page":
        for word in words:
            assert word not in self.text, f"{word!r} is on {self.path}"
        return self

    def offers(self, button: str) -> bool:
        return self._button(button) is not None

    def link(self, words: str) -> str:
        """The address behind the first link with these words."""
        for link in self._main.find_all("a", href=True):
            if words in " ".join(link.get_text(" ").split()):
                return link["href"]
        raise AssertionError(f"No link {words!r} on {self.path}: {self.text}")

    def follow(self, words: str) -> "Page":
        return self.visitor.opens(urljoin(self.path, self.link(words)))

    def held_by(self, name: str) -> str:
        """What the field of this id or name holds."""
        field = self._soup.find(id=name) or self._soup.find(attrs={"name": name})
        assert field is not None, f"No field {name!r} on {self.path}"
        return field.get("value", "")

    def all(self, selector: str) -> list[Tag]:
        return self._soup.select(selector)

    def send(self, button: str, *, answering: int = 200, **values) -> "Page":
        """Press a button: its form goes to where it says, with what it holds and what was filled in."""
        pressed = self._button(button)
        assert pressed is not None, f"No button {button!r} on {self.path}: {self.text}"
        form = pressed.find_parent("form")
        data = _held(form)
        for name, value in values.items():
            data[name] = _filled(form, name, value)
        if pressed.get("name"):
            data[pressed["name"]] = pressed.get("value", "")
        target = urljoin(self.path, form.get("action", ""))
        if form.get("method", "get").lower() == "get":
            return self.visitor.opens(target, data, answering=answering)
        return self.visitor.posts(target, data, answering=answering)

    def _button(self, words: str) -> Tag | None:
        buttons = self._main.find_all("button")
        return next((one for one in buttons if words in " ".join(one.get_text(" ").split())), None)


def path_of(address: str) -> str:
    """Without scheme and host: links of mails and certificates are absolute."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _held(form: Tag) -> dict[str, list[str] | str]:
    """What a browser would send untouched."""
    data: dict[str, list[str] | str] = {}
    for field in [*form.find_all(FIELDS, attrs={"name": True}), *_elsewhere(form)]:
        held = None if field.has_attr("disabled") else _values(field)
        if held is None:
            continue
        data.setdefault(field["name"], [])
        data[field["name"]] += held
    return data


def _elsewhere(form: Tag) -> list[Tag]:
    """Fields that name this form without standing in it."""
    whole = form.find_parent("html") or form
    return whole.find_all(FIELDS, attrs={"form": form["id"]}) if form.get("id") else []


def _values(field: Tag) -> list[str] | None:
    if field.name == "textarea":
        return [field.get_text().removeprefix("\n")]
    if field.name == "select":
        options = field.find_all("option")
        chosen = [one for one in options if one.has_attr("selected")] or options[:1]
        return [one.get("value", one.get_text()) for one in chosen]
    kind = field.get("type", "text")
    if kind in UNSENT:
        return None
    if kind in {"checkbox", "radio"}:
        return [field.get("value", "on")] if field.has_attr("checked") else None
    return [field.get("value", "")]


def _filled(form: Tag, name: str, value):
    """The value for a field that the form really has; a choice may be given by its words."""
    fields = [*form.find_all(attrs={"name": name}), *_elsewhere(form)]
    assert fields, f"The form has no field {name!r}: {sorted(_held(form))}"
    if fields[0].name == "select":
        return _chosen(fields[0], str(value))
    return value


def _chosen(select: Tag, wanted: str) -> str:
    options = select.find_all("option")
    for option in options:
        if wanted == option.get("value") or option.get_text().strip().startswith(wanted):
            return option.get("value", wanted)
    raise AssertionError(f"{wanted!r} is not offered: {[one.get_text() for one in options]}")
