"""Keys, encrypted fields and opaque ids: what everything else may lean on."""
