"""What a page's own autosave is answered, and what a plain form is."""

from dataclasses import dataclass

from django.http import HttpRequest, JsonResponse

from courses.notes.actions.keeping import Entry, KeptElsewhere
from courses.notes.rules.identifiers import identifiers_in
from courses.notes.wording import hint_for
from training_site.verdict import Refused
from training_site.wording import sentence

CONFLICT, REFUSED = 409, 422


@dataclass(frozen=True)
class NotKept:
    """A refusal on its way to the page: `entry` is what another window kept."""

    error: str
    status: int
    entry: Entry | None = None

    @classmethod
    def because(cls, refused: Refused) -> "NotKept":
        if isinstance(refused, KeptElsewhere):
            return cls(sentence(refused), CONFLICT, refused.entry)
        return cls(sentence(refused), REFUSED)

    @property
    def conflict(self) -> bool:
        return self.status == CONFLICT

    def as_json(self) -> JsonResponse:
        answer = {"kept": False, "error": self.error}
        if self.conflict:
            answer["text"] = self.entry.text if self.entry else ""
            answer["edition"] = self.entry.edition if self.entry else ""
        return JsonResponse(answer, status=self.status)


def kept_as_json(entry: Entry) -> JsonResponse:
    return JsonResponse({"kept": True, "edition": entry.edition, "hint": hint_of(entry)})


def hint_of(entry: Entry) -> str:
    return hint_for(identifiers_in(entry.text))


def asks_json(request: HttpRequest) -> bool:
    return request.headers.get("accept", "").startswith("application/json")
