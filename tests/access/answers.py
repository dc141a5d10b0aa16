"""What came back, in one word; and what two refusals must have in common."""

import re
from urllib.parse import urlsplit

PAGE = "page"
SIGN_IN = "sign-in"
SECOND_FACTOR = "second factor"
FRESH = "fresh sign-in"
TURNED_AWAY = "turned away"  # Wagtail's refusal: a message, and back to the admin's home
REDIRECT = "redirect"
REFUSED = "refused (403)"
NOT_FOUND = "not found (404)"
NO_METHOD = "method not allowed (405)"
EXPLAINED = "explained (400, 409, 422)"

BY_STATUS = {
    200: PAGE,
    400: EXPLAINED,
    403: REFUSED,
    404: NOT_FOUND,
    405: NO_METHOD,
    409: EXPLAINED,
    422: EXPLAINED,
}
DOORS = {
    "/accounts/login/": SIGN_IN,
    "/admin/login/": SIGN_IN,
    "/accounts/2fa/totp/activate/": SECOND_FACTOR,
    "/accounts/reauthenticate/": FRESH,
    "/accounts/2fa/reauthenticate/": FRESH,
    "/admin/": TURNED_AWAY,
}
VARYING = {"Content-Length", "Expires"}
TOKEN = re.compile(rb'(?:csrfmiddlewaretoken" value=|csrf-token" content=|"CSRF_TOKEN": )"[^"]*"')


def kind_of(response) -> str:
    if 300 <= response.status_code < 400:
        return DOORS.get(urlsplit(response.url).path, REDIRECT)
    status = response.status_code
    return BY_STATUS.get(status, f"broken ({status})" if status >= 500 else f"status {status}")


def remains_of(response, path: str) -> tuple[bytes, dict]:
    """Body and headers without what must differ: the form's token, the address asked for, the time."""
    body = TOKEN.sub(b"", response.content).replace(path.encode(), b"")
    return body, {name: value for name, value in response.items() if name not in VARYING}
