"""What a learner writes for themselves comes in unchanged: the rules say what is too long or empty."""

from django import forms

from courses.forms import WrittenField


class WritingForm(forms.Form):
    """`edition` is the state of the text that the writer saw."""

    text = WrittenField(required=False, strip=False)
    edition = forms.CharField(required=False, max_length=16)

    @classmethod
    def read(cls, request) -> tuple[str, str]:
        form = cls(request.POST)
        form.full_clean()
        text = form.cleaned_data.get("text", "").replace("\r\n", "\n")
        return text, form.cleaned_data.get("edition", "")
