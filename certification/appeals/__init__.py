"""Appeals: other people look again at a decision, or at what was done to a certificate."""
