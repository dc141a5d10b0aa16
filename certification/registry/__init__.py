"""What strangers may ask about a certificate, and what its holder lets them see."""
