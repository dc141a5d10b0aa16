"""A block as the reader will see it, shown while the author chooses one."""

import uuid

from courses.authoring import examples


class Previewed:
    """Mixed into a block of a lesson: its template needs a reading, so the preview brings one.

    `Meta.example` names the function in `examples.py` that fills the block in.
    """

    def get_preview_value(self):
        return self.normalize(getattr(examples, self.meta.example)())

    def get_preview_context(self, value, parent_context=None):
        context = super().get_preview_context(value, parent_context)
        return context | {"reading": _reading(value), "block_id": "example"}


def _reading(value):
    """With the one source and the one term that the example names."""
    from django.forms.models import model_to_dict

    from courses.notes.slots import Journal
    from courses.reading import Reading
    from training_site.content.models import Citation, GlossaryTerm

    named = value if hasattr(value, "get") else {}
    sources = Citation.objects.filter(key=named.get("source") or "")
    terms = GlossaryTerm.objects.filter(slug=named.get("term") or "")
    source = {
        "body": [],
        "sources": [model_to_dict(one, exclude=["id"]) for one in sources],
        "terms": {one.slug: {"term": one.term, "definition": one.definition} for one in terms},
    }
    return Reading(source, uuid.uuid4(), Journal())
