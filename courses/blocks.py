"""What a lesson is made of. Each block is drawn by the template of its name in courses/blocks/."""

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from courses.authoring.block_previews import Previewed
from courses.diagrams import DIAGRAMS
from courses.media.blocks import DownloadBlock, MediaBlock

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


class ProseBlock(Previewed, blocks.RichTextBlock):
    def __init__(self, **options):
        super().__init__(**({"features": PROSE} | options))

    class Meta:
        icon = "pilcrow"
        label = _("Prose")
        description = _(
            "Running text with headings and lists. [@KEY] cites a source, [[term]] names one."
        )
        example = "prose"
        template = "courses/blocks/prose.html"


class ChoiceOfActionBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("what one could do"), rows=2)
    discussion = blocks.RichTextBlock(
        label=_("discussion"),
        features=ASIDE,
        help_text=_("What it protects, what it risks, what the code says, whom you would tell."),
    )


class VignetteBlock(Previewed, blocks.StructBlock):
    """A situation with two to four defensible choices; each discussion opens on its own."""

    title = blocks.CharBlock(label=_("title"))
    situation = blocks.RichTextBlock(label=_("situation"), features=ASIDE)
    question = blocks.CharBlock(label=_("question"))
    choices = blocks.ListBlock(ChoiceOfActionBlock(), label=_("choices"), min_num=2, max_num=4)

    class Meta:
        icon = "group"
        label = _("Vignette")
        description = _(
            "A situation with two to four defensible choices, each with its discussion."
        )
        example = "vignette"
        template = "courses/blocks/vignette.html"


class ContentNoteBlock(Previewed, blocks.StructBlock):
    """A notice in place: the text behind it opens only when the reader chooses."""

    note = blocks.CharBlock(label=_("what is there"), help_text=_("One factual line."))
    alternative = blocks.TextBlock(label=_("alternative"), rows=2)
    text = blocks.RichTextBlock(label=_("text"), features=ASIDE)

    class Meta:
        icon = "warning"
        label = _("Content note with its text")
        description = _(
            "A passage that may distress, closed until the reader opens it, with an alternative."
        )
        example = "content_note"
        template = "courses/blocks/content_note.html"


class ReflectionBlock(Previewed, blocks.StructBlock):
    prompt = blocks.RichTextBlock(
        label=_("prompt"),
        features=ASIDE,
        help_text=_("Inviting, optional in depth, never sexual history."),
    )

    class Meta:
        icon = "edit"
        label = _("Reflection")
        description = _(
            "A place to write for oneself. Only the learner can read it, and the page says so."
        )
        example = "reflection"
        template = "courses/blocks/reflection.html"


class DefinitionBlock(Previewed, blocks.StructBlock):
    term = blocks.ChoiceBlock(choices=terms, label=_("term"))

    class Meta:
        icon = "openquote"
        label = _("Definition")
        description = _("A term of the glossary, set out where it is first needed.")
        example = "definition"
        template = "courses/blocks/definition.html"


class FigureBlock(Previewed, blocks.StructBlock):
    image = ImageBlock(label=_("image"))
    caption = blocks.RichTextBlock(label=_("caption"), features=["italic", "link"], required=False)

    class Meta:
        icon = "image"
        label = _("Figure")
        description = _("An image with its description and a caption.")
        example = "figure"
        preview_template = "courses/authoring/figure_preview.html"
        template = "courses/blocks/figure.html"


class DiagramBlock(Previewed, blocks.StructBlock):
    """One of the site's own drawings, with a caption that says what to see in it."""

    name = blocks.ChoiceBlock(choices=[*DIAGRAMS.items()], label=_("drawing"))
    caption = blocks.CharBlock(label=_("caption"), max_length=300)

    class Meta:
        icon = "site"
        label = _("Drawing")
        description = _(
            "One of the site's own drawings, which follow the reader's colours and text size."
        )
        example = "diagram"

    def get_template(self, value=None, context=None):
        return f"courses/diagrams/{value['name']}.html"


class CitationBlock(Previewed, blocks.StructBlock):
    """A source set out on its own: what it found, how, in whom, and what it can't say."""

    source = blocks.ChoiceBlock(choices=sources, label=_("source"))
    finding = blocks.RichTextBlock(label=_("what it says"), features=ASIDE)

    class Meta:
        icon = "doc-full"
        label = _("Source set out")
        description = _("A source set out on its own, with what it can and can't carry.")
        example = "citation"
        template = "courses/blocks/citation.html"


class CheckOptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("answer"), max_length=500)
    correct = blocks.BooleanBlock(label=_("right"), required=False)
    feedback = blocks.RichTextBlock(label=_("why"), features=["italic", "link"])


class CheckBlock(Previewed, blocks.StructBlock):
    """A question for oneself: ungraded, explained at once, counted without a person (ADR 0013)."""

    stem = blocks.TextBlock(label=_("question"), rows=3)
    options = blocks.ListBlock(CheckOptionBlock(), label=_("answers"), min_num=2, max_num=5)

    class Meta:
        icon = "help"
        label = _("Check")
        description = _(
            "A question for oneself, explained at once. First answers are counted without a name."
        )
        example = "check"
        template = "courses/blocks/check.html"


class NoteBlock(Previewed, blocks.StructBlock):
    text = blocks.RichTextBlock(label=_("note"), features=ASIDE)

    class Meta:
        icon = "info-circle"
        label = _("Note")
        description = _("A remark beside the text.")
        example = "note"
        template = "courses/blocks/note.html"


class LessonBlocks(blocks.StreamBlock):
    prose = ProseBlock()
    vignette = VignetteBlock()
    content_note = ContentNoteBlock()
    reflection = ReflectionBlock()
    definition = DefinitionBlock()
    figure = FigureBlock()
    diagram = DiagramBlock()
    citation = CitationBlock()
    check = CheckBlock()
    note = NoteBlock()
    media = MediaBlock()
    download = DownloadBlock()
