"""Questions in versions: what was once shown to a learner is never edited, only followed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.rules.drawing import band_of
from assessments.rules.items import State
from assessments.rules.kinds import KindOfItem, Wording, kind_of
from assessments.scope import items_of
from training_site.crypto.public_id import PubliclyIdentified

KINDS = [
    ("single", _("one answer")),
    ("multiple", _("several answers")),
    ("true_false", _("true or false")),
    ("matching", _("matching")),
    ("ordering", _("putting in order")),
    ("numeric", _("a number")),
    ("short_text", _("a short text")),
    ("gaps", _("choices in a text")),
    ("scenario", _("a case with several questions")),
    ("essay", _("a written response")),
]
STATES = [
    (State.DRAFT, _("draft")),
    (State.REVIEWED, _("reviewed")),
    (State.PILOTED, _("piloted")),
    (State.LIVE, _("live")),
    (State.RETIRED, _("retired")),
]


class ItemBank(PubliclyIdentified):
    """One row for every collection of items that an assessment draws from."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        verbose_name = _("item bank")
        ordering = ["title"]

    def __str__(self):
        return self.title


class ItemQuerySet(models.QuerySet):
    def visible_to(self, user):
        """To an instructor: the items of the programmes they write in."""
        return self.filter(items_of(user))


class Item(PubliclyIdentified):
    """One row for every question, whatever its wording has become; the words are its versions.

    The outcome belongs to the item: a question that tests something else is another question.
    """

    bank = models.ForeignKey(ItemBank, on_delete=models.PROTECT, related_name="items")
    ref = models.SlugField(_("reference"), max_length=40)
    outcome = models.ForeignKey(
        "content.LearningOutcome", on_delete=models.PROTECT, related_name="items"
    )

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item")
        ordering = ["ref"]
        constraints = [
            models.UniqueConstraint(fields=["bank", "ref"], name="assessments_item_once_a_bank")
        ]

    def __str__(self):
        return self.ref

    @property
    def newest(self) -> "ItemVersion | None":
        return max(self.versions.all(), key=lambda version: version.number, default=None)


class ItemVersionQuerySet(models.QuerySet):
    def drawable(self, bank=None):
        """The versions that a new attempt may show, of a bank or of all: one live version an item."""
        live = self.filter(state=State.LIVE)
        return live.filter(item__bank=bank) if bank else live

    def on_trial(self, bank=None):
        """Piloted versions of items that have no live one."""
        piloted = self.filter(state=State.PILOTED).exclude(item__versions__state=State.LIVE)
        return piloted.filter(item__bank=bank) if bank else piloted

    def pool(self) -> dict[str, dict[int, str]]:
        """The items of these versions with their band of difficulty, by the code of their outcome."""
        pool: dict[str, dict[int, str]] = {}
        rows = self.values_list("item__outcome__code", "item", "difficulty")
        for code, item, difficulty in rows:
            pool.setdefault(code, {})[item] = band_of(difficulty)
        return pool


class ItemVersion(models.Model):
    """One row for every wording of an item. Immutable once published: a trigger refuses the rest.

    `options` (a list of {id, text, correct, feedback, pinned}) and `body` (what other kinds need) hold
    the key; neither reaches a template before release. `marks` is what the whole answer is worth.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    kind = models.CharField(_("kind"), max_length=12, choices=KINDS)
    stem = models.TextField(_("question"))
    options = models.JSONField(_("options"), default=list)
    body = models.JSONField(_("body"), default=dict)
    marks = models.PositiveSmallIntegerField(_("marks"), default=1)
    feedback = models.TextField(_("overall feedback"), blank=True)
    scoring = models.CharField(_("scoring rule"), max_length=30, blank=True)
    difficulty = models.DecimalField(
        _("expected share right"), max_digits=3, decimal_places=2, null=True, blank=True
    )
    level = models.CharField(_("level"), max_length=20, blank=True)
    sources = models.JSONField(_("sources"), default=list, blank=True)
    content_note = models.TextField(_("content note"), blank=True)
    content_hash = models.CharField(max_length=64, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=STATES, default=State.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, editable=False)

    objects = ItemVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("item version")
        ordering = ["item", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="assessments_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=models.Q(state=State.LIVE),
                name="assessments_one_live_version_an_item",
            ),
            models.CheckConstraint(
                name="assessments_shown_versions_are_published",
                condition=models.Q(state__in=State.UNPUBLISHED)
                | models.Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="assessments_item_is_worth_something", condition=models.Q(marks__gte=1)
            ),
            models.CheckConstraint(
                name="assessments_author_does_not_approve",
                condition=models.Q(approved_by=None)
                | ~models.Q(approved_by=models.F("written_by")),
            ),
        ]

    def __str__(self):
        return f"{self.item_id} version {self.number}"

    @property
    def wording(self) -> Wording:
        """The plain value that rules work on."""
        return Wording(self.kind, self.stem, self.options, self.body, self.scoring, self.marks)

    @property
    def is_on_trial(self) -> bool:
        return self.state == State.PILOTED

    @property
    def behaviour(self) -> KindOfItem:
        return kind_of(self.kind)
