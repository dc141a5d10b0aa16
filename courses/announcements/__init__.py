"""What instructors tell everybody of a programme or a cohort."""
