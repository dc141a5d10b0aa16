"""A file that a stranger sends: its hash is taken while it passes, and nothing of it is kept.

Nothing is read out of it either. A changed file with a real number in it would otherwise lead to
that number's answer and borrow its colour.
"""

import hashlib

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

LARGEST = 5_000_000
"""Bytes; the largest document we issue has a tenth of that."""

LONGEST_BODY = 12_000_000
"""Bytes; what says that it is longer isn't read at all."""


class HashOnly(FileUploadHandler):
    """Takes the place of Django's handlers, which keep a file in memory or on the disk."""

    def __init__(self, request=None):
        super().__init__(request)
        self.digest, self.is_too_large = "", False

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self._seen, self._hash = 0, hashlib.sha256()

    def receive_data_chunk(self, raw_data, start):
        self._seen += len(raw_data)
        if self._seen > LARGEST:
            self.is_too_large = True
            raise StopUpload(connection_reset=False)
        self._hash.update(raw_data)

    def file_complete(self, file_size):
        self.digest = self._hash.hexdigest() if file_size else ""


def received(request) -> HashOnly:
    """What came with this request. To be called before anything else looks into its body."""
    handler = HashOnly(request)
    declared = request.META.get("CONTENT_LENGTH") or "0"
    if not declared.isdecimal() or int(declared) > LONGEST_BODY:
        handler.is_too_large = True
        return handler
    request.upload_handlers = [handler]
    len(request.FILES)  # the body is read now, by the handler
    return handler
