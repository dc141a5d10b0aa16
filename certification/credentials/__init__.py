"""From a grant to a certificate that others' software can check."""
