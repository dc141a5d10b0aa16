"""The sentences of complaints: refusals, provisions, and what the parties read of each state."""

from django.utils.translation import gettext_lazy as _

from certification.complaints.rules.states import State
from certification.decisions.rules.conflicts import Kind
from training_site.wording import register

register(
    {
        "own_complaint": _(
            "This concerns you, so somebody else handles it. If there is nobody, an administrator "
            "can bring one more person in under People."
        ),
        "complains_of_themselves": _(
            "Whoever complains and whom it is about are the same person. Choose another respondent."
        ),
        "received_in_future": _("This day has not come yet."),
        "name_a_provision": _("Choose at least one provision that may have been breached."),
        "provision_unknown": _("Choose the provisions from the list."),
        "concern_has_complaint": _("A complaint was opened out of this concern already."),
        "complaint_closed": _("This complaint is closed, and stays as it is."),
        "complaint_not_there": _("The complaint stands differently now. Look at it again."),
        "respondent_only": _("Only the person whom it is about answers here."),
        "end_measures_first": _("An interim measure still holds. End it first, with its reason."),
    }
)
MEASURES = {
    "measure_holds": _("This measure holds already."),
    "measure_ended": _("This measure has ended already."),
    "measure_not_there": _("This measure does not wait to be carried out any more."),
    "no_certificate_to_act_on": _("This person holds no certificate that this could be done to."),
    "proposed_it_yourself": _("You proposed it, so another decision-maker carries it out."),
    "decision_maker_ends_suspension": _(
        "The certificate is suspended by this measure. A decision-maker ends it; where nothing else "
        "suspends it, the certificate then stands again."
    ),
}
COMMITTEE = {
    "officers_do_not_judge": _("Complaints officers prepare a case and do not judge it."),
    "took_part_in_complaint": _("Had a part in this complaint already."),
    "sat_before": _("Sits on this committee, or has sat on it before."),
    "cannot_sit": _("This person cannot sit on this committee."),
    "no_committee_now": _("This complaint is not before a committee now."),
    "not_on_this_committee": _("You do not sit on this committee."),
    "accepted_already": _("You have accepted this seat already."),
    "say_both_first": _("Please say both, or step back."),
    "say_why_you_step_back": _("Please say in a few words why. It is no discredit."),
    "accept_first": _("Please accept the seat first."),
    "vote_stays": _("You have voted. Your vote stays as you gave it."),
    "finding_unknown": _("Choose one of the findings."),
    "chair_only": _("The chair does this."),
    "votes_missing": _("Not everybody has voted yet, or a seat is empty."),
    "no_majority": _(
        "No finding has a majority, and none follows by itself. Please call another vote."
    ),
    "majority_found": _("There is a majority. Please sign the finding."),
    "minutes_before_votes": _("There are no minutes before all votes are in."),
    "minutes_before_finding": _("The minutes can be taken along once the finding is signed."),
    "finding_set_aside": _("This finding was set aside already."),
}
SANCTIONS = {
    "nothing_follows": _("Nothing was found, so nothing follows from it."),
    "too_many_sanctions": _("At most {most} sanctions follow from one finding."),
    "one_thing_with_the_certificate": _("One thing at most happens to the certificate. Choose it."),
    "sanction_unknown": _("Choose the sanction from the list."),
    "sanction_due_too_soon": _("Leave time for it: choose a day to come."),
    "sanction_due_before_appeal_ends": _(
        "What is done to the certificate waits for the time to appeal. Choose a day after "
        "{date:%-d %B %Y}."
    ),
    "sanction_closed": _("This sanction is closed, and stays as it is."),
    "decision_maker_carries_out": _("A decision-maker carries this out at the certificate itself."),
    "found_it_yourself": _("You sat on the committee, so somebody else carries it out."),
    "sanction_appealed": _("An appeal waits for its answer. Until then nothing is carried out."),
    "name_the_certificate": _("This person holds several. Say which one becomes narrower."),
    "appeal_time_runs": _(
        "The finding can be appealed until {date:%-d %B %Y}. This can be carried out from the day "
        "after."
    ),
}
for sentences in (MEASURES, COMMITTEE, SANCTIONS):
    register(sentences)

PROVISION_SOURCE = _("After the association's code of ethics, version 1, in shorter words")
PROVISIONS = {
    "title_in_a_triad": _("Uses the title only where client, clinician and partner work together"),
    "open_with_both": _("Speaks with the client and with the clinician about the work"),
    "welfare_first": _("Puts the client's welfare before every interest of their own"),
    "informed_decisions": _("Goes on only with decisions that the client takes well informed"),
    "temporary_relationship": _("Keeps the relationship for a time, and inside the therapy"),
    "within_competence": _("Works within what they have learned, and refers back otherwise"),
    "other_licences_wait": _("Lets any other profession wait while acting as a partner"),
    "says_what_one_is": _("Says that they are an intern, before anybody asks"),
    "confidence_kept": _("Shares what the client's release names, with whom it names"),
    "one_relationship": _("Has no second relationship with a client, during or after"),
    "planned_ending": _("Ends the work as the three planned, or tells at once why not"),
    "health_policy": _("Keeps to the health policy that the three agreed"),
    "stops_and_asks": _("Stops and asks where a step may be outside agreement or law"),
    "owns_mistakes": _("Tells of mistakes early, and leaves records as they are"),
    "concerns_welcome": _("Does nothing against whoever raises a concern"),
    "no_exploitation": _("Does not use a position of trust towards those who learn"),
}

FOR_RESPONDENT = {
    State.RECEIVED: _("It has been received, and the association looks at how to go on with it."),
    State.DISMISSED: _("It is not taken up. The reason stands below."),
    State.MEDIATION: _("Both sides have agreed to speak with the help of a third person."),
    State.SETTLED: _("It was settled by mediation."),
    State.COMMITTEE: _("A committee looks into it: people who have nothing to do with you."),
    State.DECIDED: _("The committee has decided. What it found, and what follows, stands below."),
    State.CLOSED: _("It is closed."),
}
FOR_COMPLAINANT = {
    State.RECEIVED: _("What you told us has been received, and is being looked at."),
    State.DISMISSED: _("We do not take it up as a complaint. The reason stands below."),
    State.MEDIATION: _("Both sides have agreed to speak with the help of a third person."),
    State.SETTLED: _("It was settled by mediation."),
    State.COMMITTEE: _("A committee of independent people looks into it."),
    State.DECIDED: _("The committee has decided."),
    State.CLOSED: _("It is closed, and everything that was decided has been followed up."),
}
OUTCOMES = {
    "substantiated": _("The committee found that what you told us is so, and that it matters."),
    "partly": _("The committee found that part of what you told us is so."),
    "not": _(
        "The committee could not find that the code was breached. That does not mean that you were "
        "not believed, and it has no consequence for you."
    ),
}

CONFLICT_WORDS = {
    Kind.SELF: _("is whom it is about"),
    Kind.LED: _("led a group with them"),
    Kind.MARKED: _("marked their work"),
    Kind.ASSESSED: _("assessed them"),
    Kind.ATTENDANCE: _("took their attendance"),
    Kind.SUPERVISED: _("worked with them as clinician and intern"),
    Kind.MENTORED: _("worked with them as mentor and intern"),
    Kind.SIGNED: _("signed hours of theirs, or they signed this person's"),
    Kind.SETTLED: _("stood in for a signature under their hours"),
    Kind.EVALUATED: _("evaluated them, or reviewed or decided an application of theirs"),
    Kind.DECLARED: _("has said beforehand: not by me"),
    Kind.TOOK_PART: _("took part in what was set aside"),
}
