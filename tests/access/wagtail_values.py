"""Values for the parameters of addresses that are not ours: real rows, where there are any."""

from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import Collection, Site

PAGE_PARAMETERS = ("page_id", "parent_page_id", "page_to_move_id")
OURS = {"app_label": "courses", "model_name": "lessonpage"}
SETTINGS = {"app_name": "content", "model_name": "associationsettings"}
WORDS = {
    "action": "delete",
    "action_name": "delete",
    "filter_spec": "max-100x100",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "uidb36": "1",
    "uidb64": "MQ",
    "key": "1-1",
    "token": "1-1",
    "object_id": "1",
}


class Values(dict):
    """For one address: what is not named here is the number 1, whether or not it exists."""

    def __init__(self, name: str, story):
        super().__init__(WORDS, places=("1", "nothing"), pk=_key_for(name, story), **OURS)
        self.update(content_type_app_name="courses", content_type_model_name="lessonpage")
        self.update(dict.fromkeys(PAGE_PARAMETERS, story.lesson.pk))
        self.update(destination_id=story.course.pk, revision_id=story.lesson.latest_revision_id)
        if name.startswith("wagtailsettings"):
            self.update(SETTINGS)

    def __missing__(self, parameter: str) -> int:
        return 1


def _key_for(name: str, story) -> int | str:
    """The key of something that this address could be about."""
    area = name.split(":")[0]
    if area.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_")):
        _prefix, app, model = area.split("_", 2)
        row = apps.get_model(app, model).objects.first()
        return row.pk if row else 1
    rows = {
        "wagtailadmin_api": story.lesson,
        "wagtailadmin_pages": story.lesson,
        "wagtailadmin_collections": Collection.objects.first(),
        "wagtailsettings": Site.objects.first(),
        "wagtailsites": Site.objects.first(),
        "wagtailusers_groups": Group.objects.first(),
        "wagtailusers_users": story.cast["trainee"],
    }
    return rows[area].pk if area in rows else 1
