"""How the present ballot of a committee stands, for the actions and for its members."""

from dataclasses import dataclass

from certification.complaints.models import CommitteeMember, CommitteeVote, Complaint
from certification.complaints.rules.committee import all_in, majority


@dataclass(frozen=True)
class Ballot:
    """`complete`: enough people sit, all have accepted and voted. Before that nobody reads another's
    vote, and nothing is counted."""

    seated: list[CommitteeMember]
    votes: list[CommitteeVote]

    @property
    def complete(self) -> bool:
        return all_in(
            seated=[one.pk for one in self.seated],
            accepted=[one.pk for one in self.seated if one.accepted_at],
            voted=[one.member_id for one in self.votes],
        )

    @property
    def found(self) -> str | None:
        """The finding of the majority, once all are in."""
        return majority([one.finding for one in self.votes]) if self.complete else None

    @property
    def votes_for(self) -> int:
        return sum(1 for one in self.votes if one.finding == self.found)


def ballot_of(complaint: Complaint) -> Ballot:
    seated = CommitteeMember.objects.seated(complaint).select_related("person")
    votes = CommitteeVote.objects.counting(complaint).select_related("member__person")
    return Ballot(list(seated), list(votes))


def earlier_votes(complaint: Complaint) -> list[CommitteeVote]:
    """Of the ballots of this round that found no majority: read by all before they vote again."""
    seated = CommitteeMember.objects.seated(complaint)
    rows = CommitteeVote.objects.filter(member__in=seated, ballot__lt=complaint.ballot)
    return list(rows.select_related("member__person").order_by("ballot", "at", "pk"))
