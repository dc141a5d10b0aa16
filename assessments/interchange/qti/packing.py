"""A QTI package: a manifest, an item a file, the pictures beside them.

What only this site knows of a question stands in the manifest's metadata, in a namespace of its own.
"""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from assessments.interchange.own import dumped
from assessments.interchange.pictures import file_name
from assessments.interchange.qti.sheet import escaped
from assessments.interchange.qti.versions import V2P1, V2P2, V3P0, Version
from assessments.interchange.qti.writer import written_item
from assessments.interchange.reading import Document

_LOM = "http://ltsc.ieee.org/xsd/LOM"
_OWN = "urn:triad:question:1"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""So that the same questions make the same bytes."""

Writer = Callable[[Sequence[Document], Mapping[str, Document], Mapping[str, bytes]], bytes]


def write(
    version: Version,
    documents: Sequence[Document],
    owns: Mapping[str, Document],
    pictures: Mapping[str, bytes],
) -> bytes:
    files = {file_name(name, pictures): pictures[name] for name in pictures}
    resources, shown, members = [], set(), {}
    for number, document in enumerate(documents, 1):
        ref = document["id"]
        item, used = written_item(document, version, identifier_of(ref), pictures)
        path = f"items/{number:04}-{ref}.xml"
        members[path] = f"{_HEAD}{item}\n".encode()
        resources.append(_resource(version, number, path, document, owns.get(ref, {}), used))
        shown |= set(used)
    resources += [_picture(name) for name in sorted(shown)]
    members |= {f"pictures/{name}": files[name] for name in sorted(shown)}
    return _zipped({"imsmanifest.xml": _manifest(version, resources).encode()} | members)


def identifier_of(ref: str) -> str:
    """An identifier begins with a letter in QTI."""
    return ref if ref[:1].isalpha() or ref[:1] == "_" else f"id-{ref}"


def _resource(
    version: Version,
    number: int,
    path: str,
    document: Document,
    own: Document,
    used: Sequence[str],
) -> str:
    said = ""
    if document["outcome"]:
        word = f"<string>{escaped(document['outcome'])}</string>"
        said += f'<lom xmlns="{_LOM}"><general><keyword>{word}</keyword></general></lom>'
    if own:
        said += f'<triad xmlns="{_OWN}">{escaped(dumped(own))}</triad>'
    metadata = f"<metadata>{said}</metadata>" if said else ""
    needs = "".join(f'<dependency identifierref="{_identifier(name)}"/>' for name in used)
    given = f'identifier="item-{number}" type="{version.resource}" href="{path}"'
    return f'<resource {given}>{metadata}<file href="{path}"/>{needs}</resource>'


def _picture(name: str) -> str:
    path = f"pictures/{name}"
    given = f'identifier="{_identifier(name)}" type="webcontent" href="{path}"'
    return f'<resource {given}><file href="{path}"/></resource>'


def _identifier(name: str) -> str:
    return f"picture-{name.split('.')[0]}"


def _manifest(version: Version, resources: Sequence[str]) -> str:
    listed = "".join(f"{one}\n" for one in resources)
    schema = f"<schema>{version.package}</schema>"
    schema += f"<schemaversion>{version.package_version}</schemaversion>"
    place = (
        f'xmlns="{version.manifest}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{version.manifest} {version.manifest_schema}"'
    )
    return (
        f'{_HEAD}<manifest {place} identifier="questions"><metadata>{schema}</metadata>'
        f"<organizations/><resources>\n{listed}"
        "</resources></manifest>\n"
    )


def _zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


write_21: Writer = partial(write, V2P1)
write_22: Writer = partial(write, V2P2)
write_30: Writer = partial(write, V3P0)
