"""What every subject shows or refers to: pages, settings, outcomes, sources, policies."""
