"""The drawings that ship with the site. Each is an inline SVG, courses/diagrams/<name>.html, with words.

They are part of the code because a drawing that follows light, dark and the accent is made of the
site's own classes; pictures of an instructor's own go into the figure block.
"""

from django.utils.translation import gettext_lazy as _

DIAGRAMS = {
    "triad": _("The triad and its lines of communication"),
    "four-phases": _("The four phases, and what opens and closes each"),
    "session-rhythm": _("The rhythm of sessions and consultations"),
    "boundary-decision": _("Deciding at a boundary"),
    "four-quadrants": _("Who acts, and for whom: four quadrants"),
}
