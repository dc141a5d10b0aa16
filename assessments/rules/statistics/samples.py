"""When there are too few sittings to say something about an item.

The two numbers are this project's convention. A hundred is the lower end of what textbooks ask for
a classical analysis (for instance BYU's open "Assessment Basics", Item Statistics and Analysis: 100
to 200 respondents). Below thirty a correlation of 0.3, which reads like a good item, cannot be told
from none at all: its standard error is about 1/√(n − 1), nearly 0.19.
"""

TOO_FEW_BELOW = 30
WITH_CARE_BELOW = 100

TOO_FEW = "too_few"
WITH_CARE = "with_care"
ENOUGH = ""


def warning(sittings: int) -> str:
    """`too_few` (to judge), `with_care` (to be read so), or "" where the number is enough."""
    if sittings < TOO_FEW_BELOW:
        return TOO_FEW
    return WITH_CARE if sittings < WITH_CARE_BELOW else ENOUGH
