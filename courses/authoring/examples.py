"""What each block looks like before an author fills it in: short, and true to the curriculum."""

from django.utils.translation import gettext as _


def prose() -> str:
    return "<h2>{}</h2><p>{}</p>".format(
        _("What a closing meeting is for"),
        _("It lets all three say what was learned, what was not, and what happens after today."),
    )


def vignette() -> dict:
    return {
        "title": _("The client brings a present"),
        "situation": _("<p>In the sixth meeting a client hands over a small wrapped book.</p>"),
        "question": _("What could one do?"),
        "choices": [
            {
                "text": _("Thank the client and bring it to the triad"),
                "discussion": _("<p>It is seen by all three, and nobody is shamed.</p>"),
            },
            {
                "text": _("Decline, and say why"),
                "discussion": _("<p>Clear; it may be heard as a refusal of the person.</p>"),
            },
        ],
    }


def content_note() -> dict:
    return {
        "note": _("A bereavement is told, in one paragraph."),
        "alternative": _("Read the summary at the end; it covers the same outcome."),
        "text": _("<p>The text stands here, closed until the reader opens it.</p>"),
    }


def reflection() -> dict:
    return {"prompt": _("<p>When did you last notice that you wanted to be liked at work?</p>")}


def check() -> dict:
    return {
        "stem": _("Who hears of a change in the plan?"),
        "options": [
            {
                "text": _("All three of the triad"),
                "correct": True,
                "feedback": _("<p>The plan belongs to all of them.</p>"),
            },
            {
                "text": _("The therapist alone"),
                "correct": False,
                "feedback": _("<p>Then the client learns of it by surprise.</p>"),
            },
        ],
    }


def note() -> dict:
    return {"text": _("<p>A remark beside the text, for whoever wants it.</p>")}


def figure() -> dict:
    """Without an image: one from the library might be another programme's."""
    return {"caption": _("<p>A caption says what to see in the image.</p>")}


def definition() -> dict:
    from training_site.content.models import GlossaryTerm

    first = GlossaryTerm.objects.first()
    return {"term": first.slug if first else ""}


def citation() -> dict:
    from training_site.content.models import Citation

    first = Citation.objects.first()
    return {
        "source": first.key if first else "",
        "finding": _("<p>What it found, how, in whom, and what it can’t say.</p>"),
    }


def diagram() -> dict:
    from courses.diagrams import DIAGRAMS

    name, label = next(iter(DIAGRAMS.items()))
    return {"name": name, "caption": str(label)}


def media() -> dict:
    """No file: an example takes none that somebody added."""
    return {"file": None}


def download() -> dict:
    return {"file": None, "about": _("A sheet to fill in during the closing meeting.")}
