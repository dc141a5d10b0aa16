"""One appointment as a calendar file (RFC 5545): times in UTC, so no time zone has to be explained."""

from datetime import UTC, datetime

LINE_OCTETS = 75  # without the line break (RFC 5545, 3.1)


def calendar_file(
    *,
    uid: str,
    sequence: int,
    begins: datetime,
    ends: datetime,
    stamped: datetime,
    title: str,
    url: str,
    cancelled: bool,
) -> str:
    """The whole file. A changed appointment has the same `uid` and a higher `sequence`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Triad//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{escaped(uid)}",
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{_utc(stamped)}",
        f"LAST-MODIFIED:{_utc(stamped)}",
        f"DTSTART:{_utc(begins)}",
        f"DTEND:{_utc(ends)}",
        f"SUMMARY:{escaped(title)}",
        f"URL:{url}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """Backslash first: it is what the others are written with."""
    for plain in ("\\", ";", ","):
        text = text.replace(plain, f"\\{plain}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """Lines of at most 75 octets, continued by a space; no character is torn apart."""
    pieces, piece, room = [], "", LINE_OCTETS
    for character in line:
        if len((piece + character).encode()) > room:
            pieces.append(piece)
            piece, room = "", LINE_OCTETS - 1
        piece += character
    return "\r\n ".join([*pieces, piece])


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
