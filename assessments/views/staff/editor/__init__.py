"""The form in which an item is written, whatever its kind: from an entry document and back to one."""
