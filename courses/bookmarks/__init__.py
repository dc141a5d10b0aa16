"""A learner's bookmarks: lessons and sections marked to be found again. Private; they count for nothing."""
