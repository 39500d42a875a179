"""Parts of a page are kept: the page is the same, and after an edit only what the edit changed is made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.utils.safestring import SafeString

from reports.document.builders import cell, columns, header, row
from reports.document.tree import Dokumen, ParagraphBlock, Part, TableBlock
from reports.html import render_html
from reports.html.fragments import Fragment, Fragments
from reports.publish.naskah import PageSettings


class Counted(Fragments):
    """Those that were made anew, by their keys."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    def of(self, key: str, made_of: object, make: Callable[[], tuple[str, int]]) -> Fragment:
        def counted() -> tuple[str, int]:
            self.made.append(key)
            return make()

        return super().of(key, made_of, counted)


#: Around what is made anew the chapter is put together again; one in which nothing changed is kept whole.
AROUND = "bab seluruhnya"


def paragraph(key: str, text: str) -> Part:
    return Part(key=key, title=key.capitalize(), level=2, content=(ParagraphBlock(content=text),))


def table(key: str) -> Part:
    content = TableBlock(
        key=f"tabel-{key}",
        title="Nilai",
        columns=columns(50, 50),
        heads=header("Uraian", "Nilai"),
        rows=(row(cell("Satu"), cell("1")),),
    )
    return Part(key=key, title=key.capitalize(), level=2, content=(content,))


def document(*children: Part) -> Dokumen:
    bab = Part(key="bab", title="Bab", level=1, nomor="BAB I", children=children)
    return Dokumen(key="d", title="Dokumen", body=(bab,), konsep=False, contents=False)


def shown(dokumen: Dokumen, fragments: Fragments | None, **below: SafeString) -> str:
    return render_html(
        dokumen, PageSettings(), standalone=False, fragments=fragments, below={**below} if below else None
    )


def test_only_the_changed_part_is_made_anew_and_the_page_shows_it() -> None:
    kept = Counted()
    before = document(paragraph("satu", "Lama"), paragraph("dua", "Tetap"), table("tiga"))
    assert shown(before, kept) == shown(before, None)
    assert kept.made == ["satu", "dua", "tiga", "tiga tabel-tiga", AROUND]
    kept.made.clear()
    after = document(paragraph("satu", "Baru"), paragraph("dua", "Tetap"), table("tiga"))
    assert shown(after, kept) == shown(after, None)
    assert kept.made == ["satu", AROUND]
    assert "Baru" in shown(after, kept)


def test_a_table_whose_number_changes_is_made_anew() -> None:
    kept = Counted()
    shown(document(table("satu"), table("dua")), kept)
    kept.made.clear()
    html = shown(document(table("dua")), kept)
    assert kept.made == ["dua", "dua tabel-dua", AROUND]
    assert "Tabel 1.1" in html
    assert "Tabel 1.2" not in html


def test_a_table_is_kept_where_what_stands_beside_it_changes() -> None:
    kept = Counted()
    signed = replace(table("satu"), content=(*table("satu").content, ParagraphBlock(content="Nuryadi")))
    shown(document(signed), kept)
    kept.made.clear()
    other = document(replace(signed, content=(signed.content[0], ParagraphBlock(content="Siti"))))
    assert shown(other, kept) == shown(other, None)
    assert kept.made == ["satu", AROUND]


def test_what_a_page_says_of_a_place_is_not_kept() -> None:
    kept = Counted()
    dokumen = document(paragraph("satu", "Isi"), table("dua"))
    said = shown(dokumen, kept, satu=SafeString("<em>catatan</em>"))
    assert said.index("Satu") < said.index("<em>catatan</em>") < said.index("Isi")
    kept.made.clear()
    assert "catatan" not in shown(dokumen, kept)
    assert not kept.made


def test_words_cannot_pass_for_a_place() -> None:
    words = "<!--di:satu-->"
    html = shown(document(paragraph("satu", words)), None, satu=SafeString("catatan"))
    assert html.count("catatan") == 1
    assert "&lt;!--di:satu--&gt;" in html


def test_another_page_setting_is_another_page() -> None:
    kept = Counted()
    dokumen = document(table("satu"))
    shown(dokumen, kept)
    kept.made.clear()
    other = replace(PageSettings(), kertas="A4")
    render_html(dokumen, other, standalone=False, fragments=kept)
    assert kept.made == ["satu", "satu tabel-satu"]
