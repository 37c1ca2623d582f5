"""Story: what the newsroom writes or takes over.

The row is the story as last published; later drafts live in its revisions. A
revision carries everything an editor may change and nothing else: what belongs
to the story as a whole (``WHOLE``) is never brought back by an old revision.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)

from dateline.news.address import SLUG_LIMIT, slug_of
from dateline.news.language_tag import LONGEST, language_tag
from dateline.news.live import ENDED, RUNNING
from dateline.news.site import main_language
from dateline.newsroom.body_blocks import BodyBlock
from dateline.newsroom.models.doors import Doors, Previewer
from dateline.newsroom.models.lines import LinesField
from dateline.newsroom.models.public_id import ids_of, new_story_id
from dateline.newsroom.models.story_pictures import note_pictures
from dateline.newsroom.site_settings import site_settings

HEADLINE_SPACE = 300
ROUTINE = 5
FLASH, LEAST = 1, 8


class StoryState(models.TextChoices):
    """Where a story stands."""

    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "withdrawn"
    KILLED = "killed", "killed"


WHOLE = (
    "state",
    "public_id",
    "public_revision",
    "public_hash",
    "updated",
    "corrections",
    "suggested",
    "blog",
    "killed_at",
    "last_published_at",
    "live_revision_id",
    "expired",
)
"""What belongs to the story, not to a revision of it."""


def site_language() -> str:
    """Return the language a story is in unless it says otherwise."""
    return site_settings().site.language


def must_be_a_language(typed: str) -> None:
    """Refuse what is no language tag: settings and wires are held to the same."""
    if not language_tag(typed):
        raise ValidationError(f"“{typed}” is no language tag. Write en, hi or pt-BR.")


class Story(  # type: ignore[django-manager-missing, misc, unused-ignore] # Wagtail is untyped
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """A story, with drafts, revisions, locks and workflow.

    ``corrections`` is a list of ``{"moment": ISO 8601, "note": text}``, oldest
    first. ``related`` and ``suggested`` hold public ids: what the desk chose, and
    what was found alike at the first publication. ``public_revision`` counts
    publications; ``public_hash`` is the content hash under which the journal last
    had it. ``blog`` says that it is a live blog (``live`` is Wagtail's word for
    published). ``ed_note`` is for the desk and has no place in the public form.
    """

    wagtail_reference_index_ignore = True  # ``PictureUse`` answers, and stays small

    doors: ClassVar[Doors]
    previewer: ClassVar[Previewer | None] = None

    live: "models.BooleanField[bool, bool]" = models.BooleanField(
        default=False, editable=False
    )
    public_id: "models.CharField[str, str]" = models.CharField(
        max_length=12, unique=True, default=new_story_id, editable=False
    )
    state: "models.CharField[str, str]" = models.CharField(
        max_length=10,
        choices=StoryState.choices,
        default=StoryState.DRAFT,
        editable=False,
    )
    headline: "models.CharField[str, str]" = models.CharField(max_length=HEADLINE_SPACE)
    slugline: "models.CharField[str, str]" = models.CharField(
        max_length=200,
        blank=True,
        help_text="The desk's name for it: JAPAN-RUSSIA/SUMMIT.",
    )
    slug: "models.SlugField[str, str]" = models.SlugField(
        max_length=SLUG_LIMIT,
        blank=True,
        help_text="Part of the address; made from the headline if left empty.",
    )
    standfirst: "models.TextField[str, str]" = models.TextField(blank=True)
    located = LinesField(
        "dateline places",
        help_text="One a line, as readers see them: NAGATO, Japan.",
    )
    credit: "models.CharField[str, str]" = models.CharField(
        "dateline credit",
        max_length=100,
        blank=True,
        help_text="The agency's short name in the dateline: AFP.",
    )
    byline = LinesField(help_text="One name a line.")
    agency: "models.CharField[str, str]" = models.CharField(max_length=200, blank=True)
    section: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Section", on_delete=models.PROTECT, related_name="+"
    )
    cities = ParentalManyToManyField("newsroom.City", blank=True, related_name="+")
    topics = ParentalManyToManyField("newsroom.Topic", blank=True, related_name="+")
    body = StreamField(BodyBlock(required=False), blank=True)
    lead_picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Picture",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    lead_caption: "models.TextField[str, str]" = models.TextField(
        blank=True, help_text="Left empty, the picture's own caption is shown."
    )
    urgency: "models.PositiveSmallIntegerField[int, int]" = (
        models.PositiveSmallIntegerField(
            default=ROUTINE,
            validators=[MinValueValidator(FLASH), MaxValueValidator(LEAST)],
            help_text="1 flash … 5 routine … 8 least.",
        )
    )
    embargoed_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, blank=True, help_text="Nothing of it is public before."
    )
    ed_note: "models.TextField[str, str]" = models.TextField(
        "editor's note", blank=True, help_text="For the desk; never public."
    )
    language: "models.CharField[str, str]" = models.CharField(
        max_length=LONGEST,
        default=site_language,
        help_text="Its tag: en, hi, ur.",
        validators=[must_be_a_language],
    )
    version_of: "models.CharField[str, str]" = models.CharField(
        "version of",
        max_length=500,
        blank=True,
        help_text="The address or id of the story this one is in another language.",
    )
    updated: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )
    corrections: "models.JSONField[Any, Any]" = models.JSONField(
        default=list, editable=False
    )
    related = LinesField(
        "related stories",
        help_text="The address or id of a published story a line, the best first.",
    )
    suggested: "models.JSONField[Any, Any]" = models.JSONField(
        default=list, editable=False
    )
    public_revision: "models.PositiveIntegerField[int, int]" = (
        models.PositiveIntegerField(default=0, editable=False)
    )
    public_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True, editable=False
    )
    blog: "models.CharField[str, str]" = models.CharField(
        max_length=10,
        blank=True,
        editable=False,
        choices=[(RUNNING, "live"), (ENDED, "ended")],
    )
    wire_provider: "models.CharField[str, str]" = models.CharField(
        max_length=100, blank=True, editable=False
    )
    wire_uri: "models.CharField[str, str]" = models.CharField(
        max_length=500, blank=True, editable=False
    )
    wire_version: "models.CharField[str, str]" = models.CharField(
        max_length=120, blank=True, editable=False
    )
    wire_source: "models.CharField[str, str]" = models.CharField(
        max_length=100, blank=True, editable=False
    )
    raw_ref: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True, editable=False
    )
    killed_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )

    section_id: str
    lead_picture_id: int | None

    class Meta:
        """The newest first."""

        verbose_name_plural = "stories"
        ordering = ["-id"]
        permissions = [
            ("kill_story", "Can kill story"),
            ("publish_story", "Can publish story"),
            ("lock_story", "Can lock story"),
            ("unlock_story", "Can unlock story"),
        ]
        indexes = [
            models.Index(fields=["state", "-id"], name="story_by_state"),
            models.Index(fields=["wire_uri"], name="story_by_wire_uri"),
        ]
        constraints = [
            # Whoever sets ``live`` without our actions is stopped by the database.
            models.CheckConstraint(
                name="live_is_published",
                condition=models.Q(live=True, state="published")
                | (models.Q(live=False) & ~models.Q(state="published")),
            )
        ]

    def __str__(self) -> str:
        """Return what the desk calls it."""
        if self.state == StoryState.KILLED:
            return f"killed story {self.public_id}"
        return self.headline or self.slugline or self.public_id

    @property
    def first_published(self) -> Any:
        """When readers first got it; None if they never did."""
        return self.first_published_at

    def clean(self) -> None:
        """Fill the slug from the headline; write the language as it is written."""
        super().clean()
        self.language = language_tag(self.language) or self.language
        if not self.slug:
            self.slug = slug_of(self.headline)
        self._clean_related()
        self._clean_version()
        if self.state == StoryState.KILLED:
            raise ValidationError("This story was killed; nobody can edit it.")

    def _clean_related(self) -> None:
        """Turn addresses into ids; refuse what is no story readers ever had."""
        self.related = ids_of(self.related)
        if not self.related:
            return
        public = Story.objects.filter(public_id__in=self.related, public_revision__gt=0)
        known = set(public.values_list("public_id", flat=True))
        unknown = [line for line in self.related if line not in known]
        if unknown:
            said = ", ".join(unknown)
            raise ValidationError({"related": f"No published story: {said}."})

    def _clean_version(self) -> None:
        """Turn an address into an id; refuse what is no version of another story."""
        self.version_of = self.version_of.strip()
        if not self.version_of:
            return
        self.version_of = ids_of([self.version_of])[0]
        source = Story.objects.filter(public_id=self.version_of).first()
        if source is None or source.pk == self.pk:
            wrong = "There is no other story of this address or id."
        elif source.version_of:
            wrong = "That story is a version itself; name the one it is a version of."
        elif Story.objects.filter(version_of=self.public_id).exists():
            wrong = "Others are versions of this story: it is none itself."
        elif main_language(source.language) == main_language(self.language):
            wrong = "That story is in the same language."
        elif self._has_rival():
            wrong = "That story has a version in this language."
        else:
            return
        raise ValidationError({"version_of": wrong})

    def _has_rival(self) -> bool:
        """Return whether another version of the same story is in this language."""
        others = Story.objects.filter(version_of=self.version_of).exclude(pk=self.pk)
        languages = others.exclude(state=StoryState.KILLED).values_list("language")
        return main_language(self.language) in {main_language(x) for (x,) in languages}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with an id that no other story has."""
        if self.pk is None:  # a revision's story says it is being added, with a key
            while Story.objects.filter(public_id=self.public_id).exists():
                self.public_id = new_story_id()
            self.slug = self.slug or slug_of(self.headline)
        super().save(*args, **kwargs)

    def with_content_json(self, content: Any) -> "Story":
        """Return the story as a revision has it, keeping what is the story's own."""
        story: Story = super().with_content_json(content)
        for name in WHOLE:
            setattr(story, name, getattr(self, name))
        return story

    def _update_from_revision(self, revision: Any, changed: bool = True) -> None:  # noqa: FBT001, FBT002 - Wagtail's signature
        """Take note of a new revision; a draft's row follows its newest one.

        So lists of drafts show what the drafts say now. The row of a story that
        was public stays as it was last published; one that was just added says
        this already.
        """
        was_just_added = self.latest_revision_id is None
        if self.state == StoryState.DRAFT and not was_just_added:
            self.latest_revision = revision
            self.has_unpublished_changes = True
            self.save()
        else:
            super()._update_from_revision(revision, changed)
        note_pictures(self)

    def publish(
        self,
        revision: Any,
        user: Any = None,
        changed: bool = True,  # noqa: ARG002, FBT001, FBT002 - as above
        log_action: Any = True,  # noqa: ARG002, FBT002 - as above
        previous_revision: Any = None,
        skip_permission_checks: bool = False,  # noqa: ARG002, FBT001, FBT002 - as above
    ) -> None:
        """Publish or schedule a revision: Wagtail's call, our action.

        Permissions are Wagtail's to ask before; a workflow's last approval
        publishes in the name of one who may not publish alone.
        """
        self.doors.publish(revision, user=user, previous_revision=previous_revision)

    def unpublish(
        self,
        set_expired: bool = False,  # noqa: ARG002, FBT001, FBT002 - Wagtail's signature
        commit: bool = True,  # noqa: ARG002, FBT001, FBT002 - as above
        user: Any = None,
        log_action: Any = True,  # noqa: ARG002, FBT002 - as above
    ) -> None:
        """Withdraw the story: Wagtail's call, our action."""
        self.doors.unpublish(self, user=user)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete a draft; what was ever public is withdrawn or killed instead."""
        if self.public_revision or self.state != StoryState.DRAFT:
            raise models.ProtectedError(
                "A story that was public is withdrawn or killed, never deleted.",
                {self},
            )
        return super().delete(*args, **kwargs)

    def is_previewable(self) -> bool:
        """Return whether somebody renders previews."""
        return type(self).previewer is not None

    def serve_preview(self, request: Any, mode_name: str) -> Any:  # noqa: ARG002 - Wagtail's signature
        """Return the draft as readers would see it."""
        previewer = type(self).previewer
        if previewer is None:
            raise LookupError("no previewer is wired")
        return previewer(self, request)
