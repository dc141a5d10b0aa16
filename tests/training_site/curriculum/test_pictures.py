"""A picture of a lesson leaves with it as a file and comes back as a row of the library, once."""

from hashlib import sha1
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Drawing
from wagtail.images import get_image_model

from courses.models import LessonPage
from tests.factories.courses import a_course, a_lesson
from training_site.curriculum.exporting import export_course
from training_site.curriculum.faults import Unreadable
from training_site.curriculum.pictures import brought_in
from training_site.curriculum.reading import read_lesson
from training_site.curriculum.report import Report

# Wagtail leaves the temporary file of a new rendition to the garbage collector.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
Image = get_image_model()


@pytest.fixture
def lesson():
    drawn = BytesIO()
    Drawing.new("RGB", (640, 480), "white").save(drawn, "PNG")
    image = Image.objects.create(
        title="A room",
        file=ContentFile(drawn.getvalue(), name="room.png"),
        file_hash=sha1(drawn.getvalue(), usedforsecurity=False).hexdigest(),
    )
    figure = {
        "image": {"image": image.pk, "decorative": False, "alt_text": "Two chairs, one table"},
        "caption": "<p>A room <i>before</i> the hour.</p>",
    }
    blocks = LessonPage._meta.get_field("body").stream_block
    body = blocks.to_python([{"type": "figure", "value": figure, "id": "f"}])
    return a_lesson(a_course(lessons=0).get_children().first().specific, body=body)


def exported(lesson, folder):
    course = lesson.get_parent().get_parent().specific
    export_course(course, folder, Report())
    (path,) = (folder / course.code / "lessons").glob("*.md")
    return path


def test_a_picture_comes_back_as_the_same_row(lesson, tmp_path):
    path = exported(lesson, tmp_path)
    before = lesson.body.get_prep_value()

    (block,) = brought_in(read_lesson(path, tmp_path).body, path.parent.parent)

    assert block["value"] == before[0]["value"]
    assert Image.objects.count() == 1


def test_elsewhere_it_becomes_a_new_row_once(lesson, tmp_path):
    path = exported(lesson, tmp_path)
    body = read_lesson(path, tmp_path).body
    Image.objects.all().delete()

    first, second = (brought_in(body, path.parent.parent)[0]["value"] for _time in range(2))

    image = Image.objects.get()
    assert first == second
    assert first["image"]["image"] == image.pk
    assert (image.title, image.width) == ("Two chairs, one table", 640)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("alt: Two chairs, one table", "alt: ''"), "needs its words"),
        (("file: pictures/", "file: ../../elsewhere/"), "there is no picture"),
    ],
)
def test_a_picture_without_words_or_file_is_named(lesson, tmp_path, change, said):
    path = exported(lesson, tmp_path)
    text = path.read_text()
    assert change[0] in text
    path.write_text(text.replace(*change))

    with pytest.raises(Unreadable, match=said):
        brought_in(read_lesson(path, tmp_path).body, path.parent.parent)


def test_what_is_no_picture_is_refused(lesson, tmp_path):
    path = exported(lesson, tmp_path)
    (picture,) = (path.parent.parent / "pictures").iterdir()
    picture.write_bytes(b"<svg onload=alert(1)>")

    with pytest.raises(Unreadable, match=picture.name):
        brought_in(read_lesson(path, tmp_path).body, path.parent.parent)

    assert Image.objects.count() == 1
