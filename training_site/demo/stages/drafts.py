"""A lesson rewritten by one instructor, that waits for the other one to read it."""

from wagtail.rich_text import RichText

from courses.models import LessonPage
from training_site.demo.stages.people import somebody

LESSON = "2.5"
ADDED = (
    "<p>Before you leave the room, write down when the next consult is. If no date can be found, "
    "say so to the clinician and to your mentor before you agree on another session.</p>"
)


def one_waits_for_review() -> None:
    """The author adds a paragraph to the last prose of the lesson and hands it in for review."""
    author, page = somebody("instructor"), LessonPage.objects.live().get(number=LESSON)
    prose = [block for block in page.body if block.block_type == "prose"][-1]
    prose.value = RichText(prose.value.source + ADDED)
    page.save_revision(user=author, log_action=True)
    page.get_workflow().start(page, author)
