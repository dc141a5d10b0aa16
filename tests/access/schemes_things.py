"""Which thing of a story each address of schemes is asked for (see things.py)."""


def _draft(story):
    return {"public_id": story.practice.schemed.draft.public_id}


def _step(story):
    return {"public_id": story.practice.schemed.step.public_id}


def _intern(story):
    return {"public_id": story.cast["intern"].public_id}


SCHEMES_THINGS = {
    **{
        f"scheme_{name}": _draft
        for name in ("version", "yaml", "parameters", "approve", "begin", "prepare")
    },
    "scheme_transition": _step,
    "scheme_publish": _step,
    "practice_recognition": _intern,
    "answer_recognition": _intern,
}
