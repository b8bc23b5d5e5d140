"""Files made for the tests: a DOCX by python-docx, a PDF by hand."""

from __future__ import annotations

import io

import docx
from docx.document import Document as Docx


def docx_bytes(document: Docx) -> bytes:
    """What python-docx would save."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def docx_of(*paragraphs: str) -> bytes:
    """A DOCX of plain paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return docx_bytes(document)


# A piece of text on a page: left, baseline (points from the lower left corner), size of type, text.
Put = tuple[float, float, float, str]


def column(left: float, top: float, lines: list[str], size: float = 10, leading: float = 15) -> list[Put]:
    """Lines one under another; a line that opens with a full-width blank stands as far to the right."""
    return [(left, top - i * leading, size, line) for i, line in enumerate(lines)]


def pdf_of(*pages: list[Put]) -> bytes:
    """A PDF (ISO 32000-1) with text in a Chinese font that every reader knows and none has to be given.

    The text is UTF-16 in the encoding UniGB-UTF16-H; ASCII is half as wide as Chinese, as in the real font.
    """
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor <<"
        " /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >>",
    ]
    for i, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F1 {size} Tf {left} {baseline} Td <{text.encode('utf-16-be').hex()}> Tj ET"
            for left, baseline, size, text in page
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * i} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode("ascii")
