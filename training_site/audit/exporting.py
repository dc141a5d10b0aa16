"""The chain as a file, for whoever checks it without this site. Ids and hashes; no words, no salts."""

import json
from collections.abc import Iterator

from training_site.audit.models import AuditEvent
from training_site.audit.recording import hashed_part


def exported_lines() -> Iterator[str]:
    """One sealed entry a line, in the order of the chain."""
    for event in AuditEvent.objects.sealed().iterator(chunk_size=1000):
        line = {"seq": event.seq, "hash": event.chain_hash, "event": hashed_part(event)}
        yield json.dumps(line, sort_keys=True, ensure_ascii=False)
