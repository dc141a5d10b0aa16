"""How certificates look: one version in use since the association began, the next one a draft."""

from datetime import timedelta

from certification.credentials.actions import templates
from certification.credentials.actions.templates import Words
from training_site.demo.stages.association import SETTLED
from training_site.demo.stages.past import TUESDAY, Past
from training_site.demo.stages.people import somebody

SIGNED_BY = (
    {"name": "Maud Eklund", "role": "Chair of the association"},
    {"name": "Dr Ansel Whitcombe", "role": "Head of certification"},
)
IN_USE = Words(
    heading="Certificate",
    wording="This certifies that\n{name}\nis certified as\n{title}\n{scope}",
    closing="Whether it counts today is said at the address by the code.",
    signatories=SIGNED_BY,
)
PLANNED = Words(
    heading="Certificate of competence",
    wording=(
        "It is hereby confirmed that\n{name}\n"
        "has met every requirement of version {scheme_version} of the scheme and is certified as\n"
        "{title}\n{scope}"
    ),
    closing=IN_USE.closing,
    signatories=SIGNED_BY,
)


def letter_certificates(past: Past) -> None:
    """Before the first certificate is made, so that all of them are printed in the same way."""
    began = past.at(SETTLED, hour=14)
    draft = _write(IN_USE, began)
    templates.publish(
        draft, seen=draft.written_at, by=somebody("registrar"), now=began + timedelta(hours=1)
    )
    _write(PLANNED, past.at(2, TUESDAY, 16))


def _write(words: Words, now):
    registrar = somebody("registrar")
    draft = templates.begin_draft(by=registrar, now=now)
    return templates.change_draft(
        draft, words, seen=draft.written_at, by=registrar, now=now + timedelta(minutes=25)
    )
