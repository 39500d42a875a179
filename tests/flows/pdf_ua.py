"""What ISO 14289-1 asks of the objects of a PDF, read by the numbers of the Matterhorn Protocol 1.1.

Of its conditions those that a program can decide and that these documents can meet or break: no forms of their own, no
scripts, no media. Independent of what makes the PDF. What the protocol has no number for ends in 000.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import pikepdf

#: ISO 32000-1, 14.8.4: the types that need no role map.
STANDARD: Final = frozenset(
    {
        *(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "Index",
            "NonStruct",
        ),
        *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"),
        *(
            "THead",
            "TBody",
            "TFoot",
            "Span",
            "Quote",
            "Note",
            "Reference",
            "BibEntry",
            "Code",
            "Link",
            "Annot",
        ),
        *("Private", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    }
)

#: Which child may stand only below which parents.
BELOW: Final = {
    "LI": {"L"},
    "Lbl": {"LI", "Note", "Reference", "P", "TOCI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
}

_PAINTS: Final = frozenset(
    {
        *("Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*"),
        *("S", "s", "sh", "Do", "EI", "INLINE IMAGE"),
    }
)

_HIDDEN: Final = 2


def faults(content: bytes) -> list[str]:
    """What is not as ISO 14289-1 asks, each with the number of its condition; empty for a sound file."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [
            *_catalog(pdf),
            *_structure(pdf),
            *(one for n, page in enumerate(pdf.pages, start=1) for one in _page(page, n)),
            *_annotations(pdf),
            *_files(pdf),
        ]


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if "/Metadata" not in root:
        yield "06-001 no XMP metadata"
    else:
        meta = pdf.open_metadata()
        if meta.get("pdfuaid:part") != "1":
            yield "06-002 no identifier of PDF/UA"
        if not meta.get("dc:title"):
            yield "06-003 no dc:title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "07-002 the title is not displayed"
    mark = root.get("/MarkInfo", {})
    if not mark.get("/Marked", False) or mark.get("/Suspects", False):
        yield "06-000 not marked, or suspects"
    if not str(root.get("/Lang", "")):
        yield "11-006 no language"
    if pdf.is_encrypted:
        yield "26-001 encrypted"
    if "/XFA" in root.get("/AcroForm", {}):
        yield "25-001 a dynamic form"


def _elements(node: Any, above: str, roles: Any) -> Iterator[tuple[str, str, Any]]:
    """Type, type of the parent, and element, through the tree."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kind = str(kid.S)[1:]
            kind = str(roles[f"/{kind}"])[1:] if kind not in STANDARD and f"/{kind}" in roles else kind
            yield kind, above, kid
            yield from _elements(kid, kind, roles)


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield "01-000 no structure"
        return
    if "/ParentTree" not in tree:
        yield "01-000 no parent tree"
    roles, before = tree.get("/RoleMap", pikepdf.Dictionary()), 0
    notes: set[str] = set()
    for kind, above, element in _elements(tree, "", roles):
        if kind not in STANDARD:
            yield f"02-001 {kind} is no standard type"
        if kind in BELOW and above not in BELOW[kind]:
            yield f"09-004 {kind} below {above}"
        if kind in ("Figure", "Formula") and not (str(element.get("/Alt", "")) or "/ActualText" in element):
            yield f"13-004 {kind} without words"
        if kind == "TH" and not _scope(element):
            yield "15-003 TH without scope"
        if kind in ("H1", "H2", "H3", "H4", "H5", "H6"):
            level = int(kind[1])
            if level > before + 1:
                yield f"14-003 {kind} after level {before}"
            before = level
        if kind == "Note":
            mark = str(element.get("/ID", ""))
            if not mark or mark in notes:
                yield "19-003 Note without an ID of its own"
            notes.add(mark)


def _scope(element: Any) -> bool:
    found = element.get("/A", [])
    for one in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(one, pikepdf.Dictionary) and "/Scope" in one:
            return True
    return "/ID" in element


def _page(page: pikepdf.Page, n: int) -> Iterator[str]:
    """Everything painted is tagged or an artifact, and none is inside the other; fonts are embedded."""
    if "/StructParents" not in page.obj:
        yield f"01-005 page {n} without its place in the parent tree"
    if page.obj.get("/Annots") and str(page.obj.get("/Tabs", "")) != "/S":
        yield f"28-008 page {n} without the order of its tags"
    stack: list[str] = []
    loose = 0
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        word = str(operator)
        if word in ("BMC", "BDC"):
            kind = "artifact" if str(operands[0]) == "/Artifact" else _marked(operands)
            if {kind, *stack} >= {"artifact", "tagged"}:
                yield f"01-003 page {n}: artifact and tagged content inside each other"
            stack.append(kind)
        elif word == "EMC":
            stack.pop()
        elif word in _PAINTS and not {"artifact", "tagged"} & set(stack):
            loose += 1
    if loose:
        yield f"01-005 page {n}: {loose} operators paint what is neither tagged nor an artifact"
    for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
        yield from (f"{one}: {name} page {n}" for one in _font(font))


def _marked(operands: Any) -> str:
    properties = operands[1] if len(operands) > 1 else None
    return "tagged" if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties else ""


def _font(font: Any) -> Iterator[str]:
    below = font.get("/DescendantFonts", [font])[0]
    describes = below.get("/FontDescriptor", pikepdf.Dictionary())
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(describes.keys()):
        yield "31-009 font not embedded"
    if "/ToUnicode" not in font:
        yield "31-027 font without a way to Unicode"
    if str(below.get("/Subtype", "")) == "/CIDFontType2" and "/CIDToGIDMap" not in below:
        yield "31-001 font without CIDToGIDMap"
    system = below.get("/CIDSystemInfo")
    encoding = str(font.get("/Encoding", ""))
    if system is not None and encoding not in ("/Identity-H", "/Identity-V"):
        yield "31-006 font with another encoding than Identity"


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    for n, page in enumerate(pdf.pages, start=1):
        for one in page.obj.get("/Annots", []):
            kind, flags = str(one.get("/Subtype", "")), int(one.get("/F", 0))
            if flags & _HIDDEN:
                continue
            if "/StructParent" not in one:
                yield f"28-002 page {n}: {kind} is not tagged"
            if kind == "/Link" and not str(one.get("/Contents", "")):
                yield f"28-012 page {n}: link without words"
            if kind == "/Widget" and not str(one.get("/TU", "")):
                yield f"28-005 page {n}: field without a name"


def _files(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name, specification in pdf.attachments.items():
        if not {"/F", "/UF"} <= set(specification.obj.keys()):
            yield f"21-001 file {name} without both names"
