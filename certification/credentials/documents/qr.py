"""The QR code on a certificate: the address a stranger opens, and nothing else."""

import io

import segno


def qr_svg(url: str) -> str:
    """Return the code as SVG without a border; the page around it is the quiet zone."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        out, kind="svg", border=0, dark="#22201c", xmldecl=False
    )
    return out.getvalue().decode()
