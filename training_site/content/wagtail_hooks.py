"""What the floor's content adds to the admin; hooks only register."""

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from wagtail import hooks
from wagtail.permissions import page_permission_policy, register_permission_policy
from wagtail.snippets.models import register_snippet

from training_site.content.admin.policies import AddedNeverChanged, PolicyVersionViewSet
from training_site.content.models import PolicyVersion

register_permission_policy(PolicyVersion, AddedNeverChanged(PolicyVersion))
register_snippet(PolicyVersionViewSet)


@hooks.register("before_serve_document")
def documents_are_for_those_signed_in(document, request):
    """A lesson needs enrolment, so its hand-outs are not for everybody who guesses a number."""
    return None if request.user.is_authenticated else redirect_to_login(request.get_full_path())


@hooks.register("construct_page_chooser_queryset")
def choose_among_what_may_be_read(pages, request):
    """Titles of drafts are shown to those who may open them; everybody may link to a public page."""
    mine = page_permission_policy.explorable_instances(request.user).values("pk")
    return pages.filter(Q(live=True) | Q(pk__in=mine))
