"""Words with a capital that name nobody in a learning note. Better one hint too many than a name."""

ORDINARY = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    Christmas Easter Ramadan Lent Hanukkah Diwali Passover
    Case Cases Session Sessions Lesson Module Unit Chapter Stage Phase Step Part Week Day Exercise
    Masters Johnson Kaplan Bancroft Basson Kinsey Rogers Bowlby Gestalt Rogerian Likert Socratic
    English British Irish Scottish Welsh American European French German Spanish
    Surrogate Partner Therapy Therapist Clinician Mentor Supervisor Intern Client Triad Code Ethics
    Sensate Focus Zoom Teams Skype Internet
    He She They We You It Who One Nobody Somebody Everybody Everyone Someone Both Neither
    The This That These Those My His Her Their Our Your
    Then And But So As If When While After Before Because Also
    """.split()
)
