"""Policies in the admin: new versions are added and read, never edited or removed."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from training_site.content.actions import publish_policy
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.rules.policies import may_publish
from training_site.wording import sentence


class AddedNeverChanged(ModelPermissionPolicy):
    """Not even a superuser edits or removes what people sign."""

    def user_has_permission(self, user, action):
        return action in {"add", "view"} and super().user_has_permission(user, action)


class PolicyVersionForm(WagtailAdminModelForm):
    def clean_effective_from(self):
        day = self.cleaned_data["effective_from"]
        verdict = may_publish(effective_from=day, today=civil_date(timezone.now()))
        if not verdict:
            self.add_error("effective_from", sentence(verdict))
        return day


class PublishView(CreateView):
    def save_instance(self):
        version = self.form.save(commit=False)
        publish_policy(version, by=self.request.user, now=timezone.now())
        log(instance=version, action="wagtail.create", user=self.request.user)
        return version


class PolicyVersionViewSet(SnippetViewSet):
    model = PolicyVersion
    icon = "doc-full"
    menu_label = _("Policies")
    list_display = ["title", "policy", "number", "effective_from"]
    edit_handler = ObjectList(PolicyVersion.panels, base_form_class=PolicyVersionForm)
    add_view_class = PublishView
    inspect_view_enabled = True
    inspect_view_fields = ["title", "policy", "number", "effective_from", "body"]
    copy_view_enabled = False
