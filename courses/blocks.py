"""What a lesson is made of. Each block is drawn by the template of its name in courses/blocks/."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PROSE = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "blockquote"]
ASIDE = ["bold", "italic", "ol", "ul", "link"]


def sources():
    from training_site.content.models import Citation

    return [(source.key, shortened(str(source))) for source in Citation.objects.all()]


def shortened(label: str) -> str:
    """A choice that fits its list."""
    return Truncator(label).chars(90)


def terms():
    from training_site.content.models import GlossaryTerm

    return [(term.slug, term.term) for term in GlossaryTerm.objects.all()]


class ProseBlock(blocks.RichTextBlock):
    def __init__(self, **options):
        super().__init__(**({"features": PROSE} | options))

    class Meta:
        icon = "pilcrow"
        label = _("Prose")
        template = "courses/blocks/prose.html"


class ChoiceOfActionBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("what one could do"), rows=2)
    discussion = blocks.RichTextBlock(
        label=_("discussion"),
        features=ASIDE,
        help_text=_("What it protects, what it risks, what the code says, whom you would tell."),
    )


class VignetteBlock(blocks.StructBlock):
    """A situation with two to four defensible choices; each discussion opens on its own."""

    title = blocks.CharBlock(label=_("title"))
    situation = blocks.RichTextBlock(label=_("situation"), features=ASIDE)
    question = blocks.CharBlock(label=_("question"))
    choices = blocks.ListBlock(ChoiceOfActionBlock(), label=_("choices"), min_num=2, max_num=4)

    class Meta:
        icon = "group"
        label = _("Vignette")
        template = "courses/blocks/vignette.html"


class ContentNoteBlock(blocks.StructBlock):
    """A notice in place: the text behind it opens only when the reader chooses."""

    note = blocks.CharBlock(label=_("what is there"), help_text=_("One factual line."))
    alternative = blocks.TextBlock(label=_("alternative"), rows=2)
    text = blocks.RichTextBlock(label=_("text"), features=ASIDE)

    class Meta:
        icon = "warning"
        label = _("Content note with its text")
        template = "courses/blocks/content_note.html"


class ReflectionBlock(blocks.StructBlock):
    prompt = blocks.RichTextBlock(
        label=_("prompt"),
        features=ASIDE,
        help_text=_("Inviting, optional in depth, never sexual history."),
    )

    class Meta:
        icon = "edit"
        label = _("Reflection")
        template = "courses/blocks/reflection.html"


class DefinitionBlock(blocks.StructBlock):
    term = blocks.ChoiceBlock(choices=terms, label=_("term"))

    class Meta:
        icon = "openquote"
        label = _("Definition")
        template = "courses/blocks/definition.html"


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("image"))
    caption = blocks.RichTextBlock(label=_("caption"), features=["italic", "link"], required=False)

    class Meta:
        icon = "image"
        label = _("Figure")
        template = "courses/blocks/figure.html"


class CitationBlock(blocks.StructBlock):
    """A source set out on its own: what it found, how, in whom, and what it can't say."""

    source = blocks.ChoiceBlock(choices=sources, label=_("source"))
    finding = blocks.RichTextBlock(label=_("what it says"), features=ASIDE)

    class Meta:
        icon = "doc-full"
        label = _("Source set out")
        template = "courses/blocks/citation.html"


class CheckOptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("answer"), max_length=500)
    correct = blocks.BooleanBlock(label=_("right"), required=False)
    feedback = blocks.RichTextBlock(label=_("why"), features=["italic", "link"])


class CheckBlock(blocks.StructBlock):
    """A question for oneself: ungraded, recorded nowhere, explained at once."""

    stem = blocks.TextBlock(label=_("question"), rows=3)
    options = blocks.ListBlock(CheckOptionBlock(), label=_("answers"), min_num=2, max_num=5)

    class Meta:
        icon = "help"
        label = _("Check")
        template = "courses/blocks/check.html"


class NoteBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(label=_("note"), features=ASIDE)

    class Meta:
        icon = "info-circle"
        label = _("Note")
        template = "courses/blocks/note.html"


class LessonBlocks(blocks.StreamBlock):
    prose = ProseBlock()
    vignette = VignetteBlock()
    content_note = ContentNoteBlock()
    reflection = ReflectionBlock()
    definition = DefinitionBlock()
    figure = FigureBlock()
    citation = CitationBlock()
    check = CheckBlock()
    note = NoteBlock()
