"""The last wall: whichever screen, command or action was used, nothing unread becomes public.

Wagtail's screens ask `PeerPermissions` first and explain a refusal kindly. A publication that did
not come that way (`skip_permission_checks`, a copy that stays live, the clock) meets this.
"""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Page, Revision

from courses.authoring.reviewing import going_live
from courses.models import CoursePage, LessonPage, ModulePage
from training_site.verdict import no

REVIEWED = (CoursePage, ModulePage, LessonPage)
PUBLIC = {"live", "live_revision"}


def refuse_unread_page(sender, instance, raw=False, update_fields=None, **kwargs):
    """Before a page is saved as public with a state that was not public before."""
    if raw or not instance.live or (update_fields and not PUBLIC & set(update_fields)):
        return
    stands = Page.objects.filter(pk=instance.pk).values("live", "live_revision").first()
    same = stands and stands["live_revision"] == instance.live_revision_id
    if same and stands["live"]:
        return
    if instance.live_revision is not None:
        going_live(instance, instance.live_revision).require()
    elif stands is None and instance.owner_id is not None:
        # A copy made by a person, kept live: it has nobody's approval.
        no("not_approved").require()


for model in REVIEWED:
    pre_save.connect(refuse_unread_page, model, dispatch_uid=f"courses.unread.{model.__name__}")


@receiver(pre_save, sender=Revision, dispatch_uid="courses.refuse_unread_date")
def refuse_unread_date(sender, instance, raw=False, **kwargs):
    """Before a state is promised to go live on a date."""
    if raw or instance.approved_go_live_at is None:
        return
    if not issubclass(instance.content_type.model_class(), REVIEWED):
        return
    if instance.pk is None:
        verdict = no("not_approved") if instance.user_id else None
    else:
        verdict = going_live(instance.content_object, instance)
    if verdict is not None:
        verdict.require()
