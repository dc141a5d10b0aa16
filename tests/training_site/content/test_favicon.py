"""The mark, where browsers ask for it by themselves."""

from io import BytesIO

import PIL.Image


def test_the_mark_is_there_small_and_without_a_session(client):
    answer = client.get("/favicon.ico")

    assert answer["Content-Type"] == "image/x-icon"
    assert "max-age" in answer["Cache-Control"]
    assert len(answer.content) < 8_000
    assert PIL.Image.open(BytesIO(answer.content)).info["sizes"] >= {(16, 16), (32, 32)}
    assert not answer.cookies


def test_nothing_is_posted_to_it(client):
    assert client.post("/favicon.ico").status_code == 405
