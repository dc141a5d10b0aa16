"""The verbs of complaints. An entry holds ids and commitments, never what was said."""

from django.utils.translation import gettext_lazy as _

from training_site import audit
from training_site.content.exports import register_exports

audit.register(
    {
        "certification.complaint.opened": _("opened a complaint"),
        "certification.complaint.read": _("read a complaint"),
        "certification.complaint.noted": _("wrote down a step about a complaint"),
        "certification.complaint.answered": _("answered a complaint"),
        "certification.complaint.extended": _("gave more time for a complaint"),
        "certification.complaint.dismissed": _("did not take a complaint up"),
        "certification.complaint.mediation_agreed": _("took a complaint into mediation"),
        "certification.complaint.settled": _("settled a complaint by mediation"),
        "certification.complaint.laid_before_committee": _("laid a complaint before a committee"),
        "certification.complaint.measure_set": _("set an interim measure"),
        "certification.complaint.measure_carried_out": _("carried out an interim suspension"),
        "certification.complaint.measure_reviewed": _("looked at an interim measure again"),
        "certification.complaint.measure_ended": _("ended an interim measure"),
        "certification.complaint.found": _("signed the finding of a committee"),
        "certification.complaint.minutes_taken": _("took the minutes of a committee as a file"),
        "certification.complaint.closed": _("closed a complaint"),
        "certification.complaint.set_aside": _("set a finding aside after an appeal"),
        "certification.committee.member_called": _("called somebody to a committee"),
        "certification.committee.member_accepted": _("accepted a seat on a committee"),
        "certification.committee.member_stepped_back": _("stepped back from a committee"),
        "certification.committee.chair_named": _("named the chair of a committee"),
        "certification.committee.outsider_invited": _(
            "invited somebody from outside to a committee"
        ),
        "certification.committee.outsider_arrived": _("accepted an invitation to a committee"),
        "certification.committee.outsider_left": _("ended an invitation to a committee"),
        "certification.committee.voted": _("voted on a committee"),
        "certification.committee.another_vote": _("called another vote on a committee"),
        "certification.sanction.imposed": _("imposed a sanction"),
        "certification.sanction.carried_out": _("found or made a sanction carried out"),
        "certification.sanction.not_carried_out": _("found a sanction not carried out"),
        "certification.sanction.extended": _("gave more time for a sanction"),
        "certification.sanction.lifted": _("lifted a sanction"),
    }
)
register_exports({"certification.complaint.minutes_taken": _("Minutes of a committee")})
