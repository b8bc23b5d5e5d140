"""Files that come out the same each time: no clock, no random order.

XLSX and DOCX are zip archives that carry the moment of their making, in each member and in their core properties. In:
such an archive. Out: the same with all members at one moment, in the order of their names.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile

MOMENT = datetime.datetime(2000, 1, 1)
PROGRAM = "changai"
DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def fixed_zip(data: bytes) -> bytes:
    """The archive with its members sorted and dated to `MOMENT`. [Content_Types].xml comes first, as readers expect."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(archive.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            data = archive.read(name)
            if name == "docProps/core.xml":  # openpyxl dates it to the moment of saving, whatever it was told
                data = DATED.sub(rb"\g<1>" + MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), data)
            fixed.writestr(member, data)
    return out.getvalue()
