"""The sentences for refusals around threads."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "question_without_enrolment": _(
            "Your enrolment has ended, so nothing more can be asked here. What was written stays "
            "yours to read and to take along."
        ),
        "own_question": _("This is your own thread. Somebody else who teaches here answers it."),
        "message_too_long": _(
            "A message holds {limit} characters; yours has {length}. Nothing was sent, and your "
            "text is still here: shorten it, or send it in two parts."
        ),
        "message_is_empty": _("There is nothing to send yet. Write a line."),
        "thread_closed_already": _("This thread is closed already."),
        "thread_open_already": _("This thread is open."),
    }
)
