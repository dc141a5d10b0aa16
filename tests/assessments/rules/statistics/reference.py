"""A made-up examination of a hundred, of which other implementations have said their numbers.

Each word is one candidate: the eighths earned in six items, then the option ticked in the second.
No two totals are equal, so that a plain sort finds the same groups as sharing places does. The
expected numbers in the tests were produced with numpy 2.4.6, scipy 1.17.1 (pearsonr,
pointbiserialr), pingouin 0.7.0 (cronbach_alpha, intraclass_corr) and scikit-learn 1.9.1
(cohen_kappa_score) from these same words; none of them is needed to run the project.
"""

from decimal import Decimal
from fractions import Fraction

from assessments.rules.statistics.sittings import Cohort, Sitting

MARKS = dict(enumerate((1, 2, 3, 5, 7, 11), start=1))
WITH_OPTIONS = 2
CANDIDATES = """
643124a 667642b 884077b 677652b 214211a 786772b 814424a 544410c 653336b 013100c
744233c 762754b 030010d 888846c 858842b 547150a 543433a 445235a 001001a 888882b
112201c 310110a 874814b 564400b 543767c 561530b 410102a 601000a 836386a 452212b
647736c 350420b 624646a 774263b 277424b 054203b 637631a 438650a 653556b 878856b
862300b 634444a 786440b 241200a 546422a 465674b 776463b 554533b 778242b 410622c
886738b 847372c 223330c 888757b 434300c 886887c 878665b 144251a 867773b 888685b
766353b 700041a 355531b 586421b 343350d 855554b 843664a 867585b 252322b 723324c
734353a 062013b 853642b 888886b 671868b 887878c 868738c 874752b 833312c 862880b
544533a 855774b 311124c 684585b 584735b 853873b 277834b 427523c 786864b 462210b
532463a 234332c 888737b 758030b 310000c 668352b 524160d 882130b 858565b 630000a
""".split()


def sitting(word: str, *, without: int = 0) -> Sitting:
    """The sitting of one word; `without` names an item that this candidate was not shown."""
    shares = {
        item: Fraction(int(eighths), 8)
        for item, eighths in zip(MARKS, word, strict=False)
        if item != without
    }
    total = sum(share * MARKS[item] for item, share in shares.items())
    return Sitting(Decimal(total.numerator) / total.denominator, shares, {2: frozenset(word[-1])})


def one_form(first: int = 100) -> Cohort:
    return Cohort(map(sitting, CANDIDATES[:first]), MARKS)


def six_forms() -> Cohort:
    """Every sixth candidate misses the first item, the next the second, and so on."""
    return Cohort(
        (sitting(word, without=place % 6 + 1) for place, word in enumerate(CANDIDATES)), MARKS
    )


def right_and_wrong(*words: str) -> Cohort:
    """Sittings of plain right (1) and wrong (0) items of one mark each, numbered from 1."""
    return Cohort(
        Sitting(Decimal(word.count("1")), {n: Fraction(int(c)) for n, c in enumerate(word, 1)})
        for word in words
    )
