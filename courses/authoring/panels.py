"""“Before publishing”: what the checks found, and who can approve and publish, where it is written."""

from wagtail.admin.panels import Panel

from training_site.wording import sentence


def before_publishing(page, user) -> dict:
    """The findings with their sentences, and where the review of this page stands for this person."""
    from courses.authoring.facts import findings_of
    from courses.authoring.reviewing import may_take, publishing
    from courses.authoring.words import others

    if page.pk is None:
        return {"is_new": True}
    findings = [(finding.is_error, sentence(finding)) for finding in findings_of(page)]
    verdict = publishing(page, user)
    task = page.current_workflow_task
    waits_for_them = verdict.reason == "not_approved" and task and may_take(task, page, user)
    told = verdict.reason in ("own_work", "not_approved") and not waits_for_them
    return {
        "yours": waits_for_them,
        "errors": [text for is_error, text in findings if is_error],
        "advice": [text for is_error, text in findings if not is_error],
        "refused": sentence(verdict) if told else "",
        "others": others(page) if told else "",
    }


class BeforePublishingPanel(Panel):
    """Read only, as last saved. The same list stands in the Checks panel at the side."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "courses/authoring/before_publishing.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | before_publishing(self.instance, self.request.user)
