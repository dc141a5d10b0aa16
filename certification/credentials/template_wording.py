"""The words of certificate templates: refusals, each said where it was typed."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "placeholder_unknown": _(
            "There is no {unknown}. What is filled in for each certificate: {known}."
        ),
        "brace_alone": _(
            "Braces stand only around what is filled in for each certificate: {known}."
        ),
        "placeholder_missing": _(
            "Every certificate says {missing}. Put it where it should stand; nothing you wrote is lost."
        ),
        "placeholder_on_its_own_line": _(
            "{placeholder} is set large, so it stands once, on a line of its own."
        ),
        "wording_too_many_lines": _("{most} lines at most, so that the page stays readable."),
        "page_has_no_glyph": _(
            "The certificate that this promises cannot be printed: its typefaces have no character for "
            "{characters}. Look at your own name, the scheme's title and the association's name."
        ),
        "page_does_not_fit": _(
            "The certificate that this promises needs more than one page. Its template has too many "
            "words for this name and title; ask the registrar to shorten it."
        ),
        "words_without_glyph": _(
            "The certificate's typefaces have no character for {characters}. Write it in another way."
        ),
        "too_many_signatories": _("{most} people at most besides whoever decided."),
        "logo_needs_words": _(
            "Say what the picture shows, for those who hear the certificate read aloud."
        ),
        "logo_too_large": _("The picture has more than {most} MB. Choose a smaller one."),
        "logo_too_many_pixels": _(
            "The picture has more than {most} million pixels. Choose a smaller one."
        ),
        "logo_no_picture": _("This is neither a PNG nor a JPEG picture."),
        "logo_broken": _("The picture's file is broken. Save it anew, then choose it again."),
        "template_published": _(
            "This version is published and stays as it is. Begin a new draft to change something."
        ),
        "template_changed_meanwhile": _(
            "{name} has changed this draft since you opened it. What you typed is still here: open the "
            "draft in another window, compare, and save again."
        ),
        "template_does_not_fit": _(
            "With the longest name and scope that a certificate can carry, these words need more than "
            "one page. Shorten them, or leave out a line or a person."
        ),
    }
)
