"""From an application to a decision that other people than the applicant take."""
