"""Captions are read and written anew: times and words stay, everything else is let go."""

import pytest

from courses.media.rules.captions import LIMIT, NotCaptions, cleaned

PLAIN = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nBreathe in\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:04.000\nBreathe in\n", PLAIN),
        ("\ufeffWEBVTT - title\r\n\r\n1\r\n00:01,000 --> 00:04,000\r\nBreathe in\r\n", PLAIN),
        # Style, region, notes and positions are let go.
        (
            "WEBVTT\n\nSTYLE\n::cue{background:url(//evil)}\n\nNOTE a name\n\nREGION\nid:a\n\n"
            "00:01.000 --> 00:04.000 line:0 position:10%\nBreathe in\n",
            PLAIN,
        ),
        # Markup is let go, its words stay; what was escaped is escaped again.
        ("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana><b>Breathe</b> in\n", PLAIN),
        (
            "WEBVTT\n\n00:01.000 --> 00:04.000\n&lt;script&gt; a &amp; b <img src=x onerror=y\n",
            "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n&lt;script&gt; a &amp; b\n",
        ),
        # A cue without words is none; two lines stay two.
        (
            "WEBVTT\n\n00:00.000 --> 00:01.000\n<i></i>\n\n01:00:01.500 --> 01:00:04.000\nOne\nTwo\n",
            "WEBVTT\n\n01:00:01.500 --> 01:00:04.000\nOne\nTwo\n",
        ),
    ],
)
def test_times_and_words_stay(text, kept):
    assert cleaned(text) == kept
    assert cleaned(kept) == kept


def test_an_arrow_in_the_words_begins_no_cue():
    text = "WEBVTT\n\n00:01.000 --> 00:04.000\nBreathe in\n00:05.000 --> 00:06.000\nand out\n"

    assert cleaned(text).count("-->") == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1\n00:00:01,000 --> 00:00:04,000\nSubRip\n", "captions_of_another_kind"),
        ("WEBVTTX\n\n00:01.000 --> 00:04.000\nNo\n", "captions_of_another_kind"),
        ("<html>", "captions_of_another_kind"),
        ("", "captions_of_another_kind"),
        ("WEBVTT\n", "captions_without_cues"),
        ("WEBVTT\n\nNOTE only\n", "captions_without_cues"),
        ("WEBVTT\n\n1.0 --> 4.0\nNo\n", "captions_with_wrong_times"),
        ("WEBVTT\n\n00:99.000 --> 01:99.000\nNo\n", "captions_with_wrong_times"),
        ("WEBVTT\n\n00:04.000 --> 00:01.000\nNo\n", "captions_out_of_order"),
        (
            "WEBVTT\n\n00:04.000 --> 00:05.000\nA\n\n00:01.000 --> 00:02.000\nB\n",
            "captions_out_of_order",
        ),
        ("WEBVTT\n\n" + "a" * LIMIT, "captions_too_long"),
    ],
)
def test_what_is_no_webvtt_is_refused_with_its_reason(text, reason):
    with pytest.raises(NotCaptions, match=reason):
        cleaned(text)
