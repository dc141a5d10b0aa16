"""A few words, compared as people mean them; essays, kept as they were written."""

import time
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.kinds import Wording, kind_of
from assessments.rules.kinds.wildcards import matches
from tests.assessments.rules.kinds.strategies import TYPED
from training_site.verdict import Refused

SHORT, ESSAY = kind_of("short_text"), kind_of("essay")
FEW = st.text("ab*\\ ", max_size=8)


def item(*accepted, case_sensitive=False):
    listed = [dict(zip(("text", "share", "feedback"), one, strict=False)) for one in accepted]
    body = {"accepted": listed, "case_sensitive": case_sensitive}
    return Wording("short_text", body=SHORT.stored({"body": body})["body"])


@pytest.mark.parametrize(
    ("pattern", "text", "met"),
    [
        ("consent", "consent", True),
        ("consent", " Consent ", True),
        ("informed consent", "informed \t consent", True),
        ("informed consent", "informedconsent", False),
        ("*consent", "informed consent", True),
        ("*consent", "consent", True),  # nothing is something in between
        ("consent*", "consent is given", True),
        ("*consent*", "the consents given", True),
        ("in*med con*t", "informed consent", True),
        ("a*a", "a", False),  # the ends do not overlap
        ("a*b*c", "abc", True),
        ("a*b*c", "acb", False),
        ("\\*", "*", True),
        ("\\*", "x", False),
        ("5\\* rating", "5* rating", True),
        ("a\\b", "a\\b", True),
        ("a\\\\*", "a\\bc", True),
        ("end\\", "end\\", True),
        ("a.c", "abc", False),  # no other sign means anything
        ("[ab]", "a", False),
        ("straße", "STRASSE", True),
    ],
)
def test_what_a_pattern_matches(pattern, text, met):
    assert matches(pattern, text) is met


def test_two_ways_of_writing_a_letter_are_the_same_letter():
    for form in ("NFC", "NFD"):
        assert matches("caf\u00e9*", unicodedata.normalize(form, "CAF\u00c9 au lait"))


def test_capitals_count_where_the_author_says_so():
    assert matches("APA", "APA", case_sensitive=True)
    assert not matches("APA", "apa", case_sensitive=True)


@given(TYPED)
def test_a_text_matches_itself_once_its_signs_are_escaped(text):
    assert matches(text.replace("\\", "\\\\").replace("*", "\\*"), text)


@given(FEW, FEW)
def test_no_pattern_breaks_and_a_star_at_both_ends_takes_every_part(pattern, text):
    matches(pattern, text)
    assert matches("*" + text.replace("\\", "\\\\").replace("*", "\\*").strip() + "*", f"a{text}b")


def test_a_hostile_pattern_takes_no_longer_than_a_moment():
    began = time.perf_counter()

    assert not matches("*a" * 500 + "*b", "a" * 1000)
    assert not matches("*" * 5000 + "b", "a" * 1000)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("typed", "share", "feedback"),
    [
        ("Informed consent", "1", "Yes."),
        ("uninformed", "0", "The opposite."),  # the first that matches decides
        ("voluntary", "1/2", "That too."),
        ("signed", "0", ""),
        ("", "0", ""),
    ],
)
def test_partly_right_answers_earn_their_share_and_hear_why(typed, share, feedback):
    wording = item(
        ("uninformed*", "0", "The opposite."),
        ("*informed*", "1", "Yes."),
        ("voluntary", "1/2", "That too."),
    )

    answer = SHORT.read(wording, [], {"": [typed]})

    assert SHORT.share(wording, answer) == Fraction(share)
    assert SHORT.judged(wording, [], answer)[0].feedback == feedback


@pytest.mark.parametrize(
    ("accepted", "reason"),
    [
        ([("informed", "1")], ""),
        ([("informed", "0.5")], "item_needs_full_share"),
        ([], "item_needs_full_share"),
        ([("informed", "2")], "item_share_unreadable"),
        ([("informed", "-0.5")], "item_share_unreadable"),
        ([("informed", "all")], "item_share_unreadable"),
        ([("", "1")], "item_text_missing"),
        ([("**", "1")], "item_accepts_anything"),
        ([("informed", "1"), ("*", "0", "Read again.")], ""),  # a word to everybody else
        ([("*", "0"), ("informed", "1")], "item_text_out_of_reach"),
        ([("*formed*", "0.5"), ("informed", "1")], "item_text_out_of_reach"),
        ([("Informed", "1"), ("informed", "1")], "item_text_out_of_reach"),
        ([("ab", "0.5"), ("a*b", "1")], ""),  # the first is an exception to the second
    ],
)
def test_only_what_can_be_earned_is_published(accepted, reason):
    assert SHORT.may_publish(item(*accepted)).reason == reason


def test_the_key_in_words_is_all_that_earns_the_whole():
    wording = item(("informed*", "1"), ("knowing", "1"), ("voluntary", "0.5"))

    assert SHORT.key_in_words(wording) == "informed…; knowing"


def test_a_short_text_is_refused_whole_rather_than_cut():
    with pytest.raises(Refused) as refused:
        SHORT.read(item(("a", "1")), [], {"": ["a" * 1001]})

    assert refused.value.reason == "answer_too_long"


def essay(**body):
    return Wording("essay", body=ESSAY.stored({"body": body})["body"], marks=2)


RUBRIC = [{"name": "Care", "levels": [{"marks": 0, "text": "none"}, {"marks": 2, "text": "some"}]}]


def test_an_essay_is_kept_as_written_with_one_kind_of_line_end():
    typed = "  First.\r\n\r\nSecond,\tindented.\rThird: cafe\u0301 \0 \ud800 "

    assert ESSAY.read(essay(), [], {"": [typed]}) == (
        "  First.\n\nSecond,\tindented.\nThird: caf\u00e9  ? "
    )


def test_a_person_marks_whatever_was_written_and_nothing_earns_nothing():
    assert ESSAY.by_hand
    assert ESSAY.share(essay(), "I would ask.") is None
    assert ESSAY.share(essay(), "") == ESSAY.share(essay(), " \n ") == 0
    assert not ESSAY.is_answered(" \n ")


def test_fifty_thousand_characters_are_taken_and_one_more_is_not():
    assert len(ESSAY.read(essay(), [], {"": ["é" * 50_000]})) == 50_000
    with pytest.raises(Refused) as refused:
        ESSAY.read(essay(), [], {"": ["é" * 50_001]})

    assert refused.value.details == {"length": 50_001, "limit": 50_000}


@pytest.mark.parametrize(
    ("words", "reason"),
    [(0, ""), (9, "fewer_words_than_asked"), (10, ""), (20, ""), (21, "more_words_than_asked")],
)
def test_words_are_counted_and_remarked_upon_never_cut(words, reason):
    wording = essay(words_min=10, words_max=20)

    assert ESSAY.remark(wording, "word " * words).reason == reason
    assert ESSAY.shown(wording, [], "word " * words)["words"] == words


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"rubric": RUBRIC}, ""),
        ({"rubric": []}, "rubric_needs_criteria"),
        ({"rubric": RUBRIC * 2}, "rubric_criteria_alike"),
        ({"rubric": RUBRIC, "words_min": 30, "words_max": 20}, "item_words_unusable"),
        ({"rubric": [{"name": "a", "levels": [{"marks": "x"}]}]}, "rubric_marks_unusable"),
    ],
)
def test_an_essay_without_a_usable_rubric_is_not_published(body, reason):
    assert ESSAY.may_publish(essay(**body)).reason == reason
