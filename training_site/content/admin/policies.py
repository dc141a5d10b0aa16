"""Policies in the admin: new versions are added and read, never edited or removed."""

from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from training_site.accounts.staff import staff_page
from training_site.content.actions import publish_policy
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.rules.comparison import changes
from training_site.content.rules.policies import may_publish
from training_site.content.signing import signers
from training_site.wording import sentence

CONFIRMED, BACK = "confirmed", "back"


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
    """Twice: the first time it says who will be asked and what changes, the second time it is done."""

    submit_button_label = _("Look at what it changes")
    submit_button_active_label = _("Looking…")

    def form_valid(self, form):
        if CONFIRMED in self.request.POST:
            return super().form_valid(form)
        if BACK in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        return self._ask(form.save(commit=False))

    def _ask(self, version: PolicyVersion):
        today = civil_date(timezone.now())
        last = PolicyVersion.objects.filter(policy=version.policy).order_by("effective_from", "pk")
        before = last.last()
        return staff_page(
            self.request,
            "content/staff/publish_policy.html",
            title=_now("Publish a version of a policy"),
            icon="doc-full",
            crumbs=[(_now("Policies"), self.get_success_url())],
            version=version,
            before=before,
            passages=changes(before.body, version.body) if before else [],
            asked=signers(version.policy, today).count() if version.asks_again else 0,
            held=[
                (name, value)
                for name, values in self.request.POST.lists()
                if name != "csrfmiddlewaretoken"
                for value in values
            ],
        )

    def save_instance(self):
        version = self.form.save(commit=False)
        publish_policy(version, by=self.request.user, now=timezone.now())
        log(instance=version, action="wagtail.create", user=self.request.user)
        return version


class PolicyVersionViewSet(SnippetViewSet):
    model = PolicyVersion
    icon = "doc-full"
    menu_label = _("Policies")
    list_display = ["title", "policy", "number", "effective_from", "asks_again"]
    edit_handler = ObjectList(PolicyVersion.panels, base_form_class=PolicyVersionForm)
    add_view_class = PublishView
    inspect_view_enabled = True
    inspect_view_fields = ["title", "policy", "number", "effective_from", "asks_again", "body"]
    copy_view_enabled = False
