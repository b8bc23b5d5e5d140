"""Files that come out the same each time: no clock, no random order.

XLSX and DOCX are zip archives that carry the moment of their making, in each member and in their core properties. In:
such an archive. Out: the same with all members at one moment, in the order of their names.
"""

from __future__ import annotations

import datetime
import io
import zipfile

MOMENT = datetime.datetime(2000, 1, 1)
PROGRAM = "changai"


def fixed_zip(data: bytes) -> bytes:
    """The archive with its members sorted and dated to `MOMENT`. [Content_Types].xml comes first, as readers expect."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(archive.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            fixed.writestr(member, archive.read(name))
    return out.getvalue()
