"""What `actions.analysis` reads, and the documents that it writes."""
