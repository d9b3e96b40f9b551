"""Files that no scorecard can be made of, each with what is said of it."""

from __future__ import annotations

from showproof.formats.package import pack

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNREADABLE = {
    "empty.docx": (b"", "the file is empty; save the draft again and check its size"),
    "paper.pdf": (
        b"%PDF-1.7\n",
        "a PDF cannot be scored by place; hand in the .docx, .xlsx or .md it was made from",
    ),
    "old.doc": (CFB + bytes(2000), "saved in the 1997 format; save it as .docx or .xlsx"),
    "locked.docx": (
        CFB + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
        "password-protected; save it without a password",
    ),
    "broken.docx": (
        b"PK\x03\x04 and then something else",
        "the package is damaged; open it in your office program and save it again",
    ),
    "pictures.xlsx": (
        pack({"a.png": b"x"}),
        "a zip archive without a document; unpack it and hand in the draft itself",
    ),
}
"""Name to bytes and what is said of them."""
