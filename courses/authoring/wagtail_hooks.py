"""What reviewing adds to the editor; hooks only register."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from courses.actions.editors import open_to_instructors
from courses.admin.menu import PermittedItem
from courses.authoring.actions.teams import give_team
from courses.authoring.actions.workflow import put_under_review
from courses.authoring.outcomes import OutcomeViewSet
from courses.authoring.reviewing import moving, publishing
from courses.authoring.scope import ProgrammeScope
from courses.authoring.views import teams
from courses.authoring.walls import REVIEWED
from courses.authoring.words import refusal
from courses.models import ProgrammePage
from training_site.wording import sentence

register_snippet(OutcomeViewSet)


@hooks.register("before_publish_page")
def refuse_to_publish_own_work(request, page):
    """The form came with changes of the publisher's own: they are kept as a draft, not published."""
    if not isinstance(page, REVIEWED):
        return None
    verdict = publishing(page, request.user)
    if verdict:
        return None
    messages.error(request, refusal(verdict, page))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_edit_page")
def decide_by_deciding_only(request, page):
    """Approving adds fields to the editor's form, which then saves itself as if its reader had edited.

    That save would make the reader an author of what they approve; the decision itself is on its way.
    """
    saves_itself = request.method == "POST" and not request.accepts("text/html")
    if not saves_itself or "action-workflow-action" not in request.POST:
        return None
    words = gettext("A decision is on its way; nothing else was saved.")
    answer = {"success": False, "error_code": "blocked_by_hook", "error_message": words}
    return JsonResponse(answer, status=400)


@hooks.register("construct_page_action_menu")
def begin_with_the_next_step(menu_items, request, context):
    """A reviewer's first button approves; an author's takes a page back under its own name."""
    page = context.get("page")
    if not isinstance(page, REVIEWED):
        return
    for item in menu_items:
        if item.name == "action-cancel-workflow":
            item.label = _("Take it back")
    menu_items.sort(key=lambda item: item.name != "approve" or item.launch_modal)


@hooks.register("insert_global_admin_css")
def editor_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/authoring.css"))


@hooks.register("before_move_page")
def refuse_to_move_what_is_published(request, page, destination):
    if not isinstance(page.specific, REVIEWED):
        return None
    verdict = moving(page, destination)
    if verdict:
        return None
    messages.error(request, sentence(verdict))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("after_create_page")
def put_a_new_programme_under_review(request, page):
    """The first is open to all instructors; a later one to nobody until somebody is named."""
    if not isinstance(page, ProgrammePage):
        return
    put_under_review(page)
    if ProgrammePage.objects.count() == 1:
        open_to_instructors(page)
    else:
        give_team(page, by=request.user, now=timezone.now())


@hooks.register("construct_page_chooser_queryset")
@hooks.register("construct_explorer_page_queryset")
def leave_out_other_programmes(*given):
    """Explorer and chooser give their arguments in different places."""
    pages, request = given[-2:]
    return ProgrammeScope(request.user).pages(pages)


@hooks.register("register_admin_urls")
def team_urls():
    return [path("programmes/teams/", teams.teams, name="programme_teams")]


@hooks.register("register_teaching_menu_item")
def teams_item():
    return PermittedItem(
        _("Who writes where"),
        "programme_teams",
        "courses.keep_teams",
        icon_name="group",
        order=900,
    )
