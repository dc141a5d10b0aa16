"""Sound, film and downloads in lessons: taken in, looked at, kept apart, given out."""
