"""A picture put into a draft: its marker comes to stand at the end of the question, to be moved."""

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.actions.pictures import add_picture, marker_of
from training_site.verdict import Refused
from training_site.wording import sentence


class PictureForm(forms.Form):
    picture_file = forms.FileField(
        label=_("Picture"),
        help_text=_("PNG, JPEG, GIF or WebP, 512 KB at most."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/gif,image/webp"}),
    )
    picture_alt = forms.CharField(
        label=_("What it shows"),
        help_text=_("For those who do not see it; without giving the answer away."),
        max_length=300,
    )
    use_required_attribute = False


def with_picture(data: QueryDict, form: PictureForm, field: str, *, by) -> QueryDict:
    """What was sent, with the marker of the picture; as it was where the form says why not."""
    if not form.is_valid():
        return data
    try:
        picture = add_picture(form.cleaned_data["picture_file"].read(), by=by, now=timezone.now())
    except Refused as refused:
        form.add_error("picture_file", sentence(refused))
        return data
    more = data.copy()
    mark = marker_of(picture, form.cleaned_data["picture_alt"])
    more[field] = f"{data.get(field, '').rstrip()}\n\n{mark}".strip()
    return more
