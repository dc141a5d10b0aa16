"""The QR code as it stands on the page, read by a library that had no part in drawing it."""

import base64
import io
import json
import subprocess

import pytest
from PIL import Image

from certification.credentials.documents.pdf import certificate_picture
from tests.certification.credentials.documents.goldens import LOOKS, page
from tests.services import OUTSIDERS

pytestmark = [pytest.mark.outsiders, pytest.mark.lesson(49)]
AS_ON_A_SCREEN = 110


def read(png: bytes) -> str | None:
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    asked = {
        "width": picture.width,
        "height": picture.height,
        "rgba": base64.b64encode(picture.tobytes()).decode(),
    }
    done = subprocess.run(
        ["node", "read_code.mjs"],
        cwd=OUTSIDERS,
        input=json.dumps([asked]),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)[0]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["sixty characters", "three hundred characters"])
def test_the_code_on_the_page_opens_the_answer_for_its_number(snapshot, look, name):
    one, logo = page(snapshot, look, name)

    said = read(certificate_picture(one, logo=logo, ppi=AS_ON_A_SCREEN))

    assert said == one.verify_url
    assert said.endswith(f"/verify/{one.number}/")
