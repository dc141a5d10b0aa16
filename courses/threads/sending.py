"""What both sides' pages do with a message: hold it back once where it names somebody, then send it."""

from courses.notes.rules.identifiers import identifiers_in
from courses.notes.wording import hint_for
from training_site.verdict import Refused
from training_site.wording import sentence

AS_IT_IS = "as_it_is"


def sent(request, form, act) -> bool:
    """Whether `act(text)` was done. A refusal or a hint stands at the field, with the text.

    A message that went out is on other people's pages, so the hint comes before and not after.
    """
    if not form.is_valid():
        return False
    text = form.cleaned_data["text"]
    form.hint = "" if AS_IT_IS in request.POST else hint_for(identifiers_in(text))
    if form.hint:
        return False
    try:
        act(text)
    except Refused as refused:
        form.add_error("text", sentence(refused))
        return False
    return True
