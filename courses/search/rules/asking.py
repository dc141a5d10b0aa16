"""What can be searched for: one to eight words, one of them of two letters at least."""

from training_site.verdict import YES, Verdict, no

LONGEST = 100  # characters typed
MOST = 8  # words
SHORTEST = 2  # letters of a word that is searched for


def searched_words(folded_words: list[str]) -> list[str]:
    """Single letters are passed over, and a word that another one begins with is asked once."""
    long_enough = [word for word in folded_words if len(word) >= SHORTEST]
    return list(dict.fromkeys(long_enough))[:MOST]


def may_search(words: list[str]) -> Verdict:
    return YES if words else no("search_too_short", letters=SHORTEST)
