"""One story through the site's own pages: from an invitation to a withdrawn certificate."""

import pytest

from tests.journeys import (
    appealing,
    applying,
    around,
    arriving,
    certified,
    complaining,
    correcting,
    examining,
    judging,
    noting,
    noting_hours,
    practising,
    reading,
    recalling,
    renewing,
    replacing,
    scheming,
    settling,
    shaping,
    showing,
    studying,
    taking,
    teaching,
)
from tests.journeys.test_every_view_has_a_step import views_without_a_step

pytestmark = [
    pytest.mark.both_stacks,
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <function SpooledTemporaryFile"),
]


def test_from_invitation_to_withdrawal(town):
    town.at(49)
    link = arriving.the_registrar_invites_her(town)
    arriving.she_opens_her_account(town, link)
    arriving.she_signs_what_everybody_signs(town)
    arriving.staff_see_age_and_identity(town)
    arriving.staff_move_her_to_a_cohort(town)
    teaching.her_cohort_gets_its_dates(town)

    town.at(48)
    studying.she_studies_the_lessons(town)
    studying.nobody_else_reads_her_reflection(town)
    reading.she_marks_a_lesson(town)
    reading.she_looks_what_changed(town)
    reading.a_stranger_reads_in_the_dark(town)
    teaching.she_asks_a_tutor(town)
    teaching.a_lesson_gets_a_recording(town)
    noting.she_searches(town)
    noting.she_notes_and_erases(town)
    noting.two_windows_write(town)
    town.at(43)
    missed = studying.she_misses_the_examination(town)
    studying.she_has_to_wait(town)
    studying.she_passes_on_another_form(town, missed)
    studying.she_signs_the_code_of_ethics(town)

    town.at(42)
    practising.staff_open_a_place(town)
    practising.staff_see_the_licences(town)
    practising.staff_admit_her(town)
    practising.the_three_agree(town)
    noting.she_shares_one_with_her_mentor(town)
    case = practising.she_opens_case_a(town)
    practising.the_three_begin(town, case)
    practising.a_case_is_paused_and_goes_on(town, case)
    practising.an_intensive_is_agreed(town, case)
    practising.she_logs_two_weeks(town)
    noting_hours.she_logs_in_three_taps(town)
    noting_hours.she_takes_hours_from_a_spreadsheet(town)
    practising.something_happens(town, case)
    practising.her_mentor_returns_one(town)
    practising.a_sheet_that_changed_is_not_signed(town)
    practising.both_sign_the_month(town)
    practising.she_corrects_what_is_signed(town)
    practising.she_asks_why_an_hour_counts(town)
    practising.she_takes_her_log_along(town)

    judging.she_is_away_for_a_day(town)
    judging.staff_record_her_membership(town)
    applying.most_of_a_year_passes(town, case)
    judging.her_mentor_evaluates_her(town)
    judging.she_reads_it_and_writes_her_own(town)
    applying.her_path_says_what_is_missing(town)
    applying.she_closes_two_cases(town)
    application = applying.she_applies(town)
    applying.the_registrar_sends_it_back_once(town)
    applying.conflicts_exclude_her_mentor(town)
    applying.a_neighbour_steps_back(town, application)
    applying.somebody_from_outside_is_invited(town, application)
    applying.the_record_changes_meanwhile(town, application)
    applying.two_review_blindly(town, application)
    applying.the_decision_is_somebody_elses(town, application)
    applying.she_reads_the_decision(town)

    shaping.the_registrar_writes_how_certificates_look(town)
    certificate = certified.it_is_issued_exactly_once(town)
    certified.her_mail_says_nothing(town)
    certified.she_holds_it(town, certificate)
    shaping.hers_is_printed_so(town, certificate)
    certified.she_shows_it_to_somebody(town, certificate)
    certified.a_stranger_learns_that_it_is_valid(town, certificate)
    certified.a_stranger_compares_the_file(town, certificate)
    certified.she_lets_her_name_be_seen(town, certificate)
    showing.she_takes_letters(town, certificate)
    showing.she_is_kept_out_of_sight(town, certificate)
    showing.she_ends_all_links_at_once(town, certificate)
    showing.others_software_knows_the_form(town, certificate)
    certified.software_checks_it(town, certificate)
    certified.it_is_suspended_and_reinstated(town, certificate)
    certificate = replacing.her_name_is_corrected(town, certificate)
    certificate = replacing.she_changes_her_number(town, certificate)
    certificate = replacing.her_scope_is_narrowed(town, certificate)
    certified.it_is_withdrawn(town, certificate)
    certified.all_of_it_is_on_record(town)

    teaching.they_spend_a_day_together(town)
    teaching.she_stays_away_from_another(town)
    teaching.a_third_is_called_off(town)
    teaching.everybody_is_told_something(town)
    teaching.she_takes_her_record_along(town)
    around.she_keeps_her_journal(town)
    around.she_looks_around(town)
    around.she_leaves_quickly(town)
    around.machines_look_in(town)
    around.a_picture_of_a_lesson_is_shown(town)
    around.somebody_reports_a_concern(town)
    around.an_earlier_certification_is_recorded(town)
    around.an_item_is_rewritten(town)
    around.after_three_failures_somebody_helps(town)
    around.an_agreement_is_declined(town)
    unsigned = settling.somebody_is_not_signed_for(town)
    settling.two_months_are_signed_at_once(town)
    settling.he_contests_her_silence(town)
    settling.the_registrar_steps_in_and_he_steps_back(town)
    settling.she_signs_on_paper(town)
    settling.he_names_somebody_from_outside(town)
    settling.a_conflict_is_declared(town, unsigned)
    settling.the_clinician_gives_notice(town, unsigned)
    around.a_job_that_was_given_up_is_tried_again(town)
    around.the_neighbour_leaves_the_register(town)

    application = appealing.somebody_waits_for_a_decision(town)
    appealing.it_is_deferred_with_a_condition(town, application)
    appealing.she_does_what_was_asked(town)
    appealing.staff_find_it_met_and_it_goes_back(town)
    appealing.it_is_refused_and_she_appeals(town)
    appealing.one_more_person_is_needed(town)
    appealing.she_sees_who_read_what(town)
    appealing.a_withdrawal_can_be_appealed(town)
    appealing.so_can_a_renewal_refused_and_what_a_committee_found(town)

    ending = renewing.a_term_has_ended(town)
    renewing.she_enters_what_she_learnt(town)
    renewing.the_registrar_looks_at_the_documents(town)
    renewing.she_asks_a_peer(town)
    renewing.she_hands_it_in(town)
    renewing.it_is_checked_and_decided_by_two_others(town, ending)
    renewing.the_next_term_counts_from_the_old_last_day(town, ending)

    recalling.two_interns_were_signed_for(town)
    recalling.a_recall_is_proposed_in_error_and_taken_back(town)
    recalling.it_is_proposed_and_another_confirms_it(town)
    recalling.what_follows_is_decided_for_each(town)
    recalling.she_reads_what_happened_and_the_way_on(town)
    recalling.the_register_is_looked_after(town)
    recalling.how_it_all_goes_is_read_in_figures(town)
    recalling.she_keeps_away_and_the_cases_are_given_out(town)

    scheming.something_is_recognised(town)
    scheming.a_draft_is_made_and_its_figures_changed(town)
    scheming.somebody_else_approves_it(town)
    scheming.the_step_is_previewed_and_published_by_another(town)
    scheming.staff_look_at_everybody(town)
    scheming.another_scheme_begins(town)

    exam = examining.cases_are_loaded(town)
    examining.its_terms_are_settled(town)
    examining.questions_come_and_go(town)
    examining.a_question_is_begun(town)
    examining.several_move_at_once(town)
    examining.a_question_gets_a_picture(town)
    hers = examining.lena_sits_it(town, exam)
    examining.she_alone_sees_its_picture(town, hers)
    examining.two_mark_and_a_third_decides(town, hers)
    examining.its_rubric_is_sharpened(town)
    his = correcting.milo_gets_more_time(town, exam)
    correcting.what_nobody_ends_is_ended(town, exam)
    correcting.an_incident_is_made_good(town, exam, his)
    correcting.the_figures_are_worked_out(town, exam)
    correcting.a_question_is_put_right(town, his)
    correcting.a_report_is_decided_by_another(town, exam, his)
    correcting.her_time_is_plain_again(town)

    complaint = complaining.a_concern_becomes_a_complaint(town)
    complaining.she_reads_it_and_answers(town, complaint)
    complaining.her_certificate_is_suspended_meanwhile(town, complaint)
    complaining.three_people_are_called(town, complaint)
    complaining.they_read_and_vote_alone(town, complaint)
    complaining.the_chair_signs_and_all_leave(town, complaint)
    complaining.it_is_carried_out_and_closed(town, complaint)
    taking.lists_are_taken_along(town)
    taking.the_administrator_sees_what_was_taken(town)
    certified.all_of_it_is_on_record(town)

    assert views_without_a_step(town.visited) == set()
