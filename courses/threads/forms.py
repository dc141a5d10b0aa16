"""What is written to a tutor, and by one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.forms import WrittenField
from courses.models import LessonVersion


class MessageForm(forms.Form):
    """The rule says what is too long; the form only brings the text in, unchanged."""

    text = WrittenField(
        label=_("Your message"),
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("There is nothing to send yet. Write a line.")},
    )


class LessonChoice(forms.ModelChoiceField):
    def label_from_instance(self, version: LessonVersion) -> str:
        return f"{version.label} {version.title}"


class QuestionForm(MessageForm):
    """A learner's; it may point to a lesson that was opened."""

    lesson = LessonChoice(
        label=_("About the lesson"),
        queryset=LessonVersion.objects.none(),
        to_field_name="lesson_uuid",
        required=False,
        empty_label=_("No lesson in particular"),
    )
    field_order = ["lesson", "text"]

    def __init__(self, *args, lessons, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lesson"].queryset = lessons
