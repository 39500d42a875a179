"""How forms are laid out: what crispy prints with our own pack."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from pytest_django.asserts import assertHTMLEqual

from kecamatan.forms.layout import Group, LaidOutForm, Layout

pytestmark = pytest.mark.one_engine

#: What is typed and is the field of no form, and why.
NO_FIELDS: Final = {
    # The switch of kecamatan stands in the head of every page, also of those that have a form of their own.
    "reports/_year_frame.html",
    # A cell of the grid: dozens on a page, sent one by one by the script, each by the name of its indikator.
    "sakip/entry/_tabel.html",
    "sakip/realisasi/_row.html",
    # A text to be copied out of its box; nothing is sent.
    "reports/monitoring/matrix.html",
    # All texts of a year: a box for each place of the outline, stored by the form of its own page.
    "reports/narasi/all.html",
    # Tables in which rows are chosen, nothing is typed: each by a mark that the page made.
    "reports/workbook/_clashes.html",
    "reports/workbook/_paper_changes.html",
    "reports/workbook/_proposals.html",
    "sakip/entry/perbedaan.html",
    "sakip/entry/pk_berjenjang_turunkan.html",
    "sakip/entry/templat-iku-kirim.html",
    "sakip/lists/_sipd_baris.html",
    # The columns of somebody's file: as many as it has, each by its letter, and the lines in which its headings stand.
    "sakip/lists/sipd_kolom.html",
    # So are the columns of a block that was pasted, with the questions that it leaves.
    "reports/paste/_block.html",
    "reports/paste/_questions.html",
    "reports/paste/_reading.html",
    # Nobody types it and no view reads it.
    "kecamatan/_username.html",
}

#: A label, a loop over a form's fields, or something to type or choose that was written into the page.
BY_HAND: Final = re.compile(
    r"<label\b|\.visible_fields|<(?:select|textarea)\b|<input\b(?![^>]*type=\"hidden\")"
)

SUMMARY_AND_FORM = Template("{% load crispy_forms_tags %}{{ form|as_crispy_errors }}{% crispy form %}")


class Registration(LaidOutForm, forms.Form):
    """One field of every shape that the pack prints."""

    name = forms.CharField(label="Nama", help_text="Seperti pada KTP.")
    token = forms.CharField(widget=forms.HiddenInput())
    agreed = forms.BooleanField(label="Setuju", required=False)
    day = forms.ChoiceField(label="Hari", choices=[("1", "Senin")], widget=forms.RadioSelect)


def printed(form: forms.BaseForm) -> str:
    return SUMMARY_AND_FORM.render(Context({"form": form}))


def test_every_shape_of_field_has_its_label_and_what_is_hidden_comes_first() -> None:
    assertHTMLEqual(
        printed(Registration()),
        """
        <input type="hidden" name="token" id="id_token">
        <div class="isian">
          <label for="id_name">Nama</label>
          <p class="petunjuk" id="id_name_helptext">Seperti pada KTP.</p>
          <input type="text" name="name" required aria-describedby="id_name_helptext" id="id_name">
        </div>
        <div class="isian isian-centang">
          <input type="checkbox" name="agreed" id="id_agreed"> <label for="id_agreed">Setuju</label>
        </div>
        <fieldset class="isian isian-pilihan">
          <legend>Hari</legend>
          <div id="id_day">
            <div>
              <label for="id_day_0"><input type="radio" name="day" value="1" required id="id_day_0"> Senin</label>
            </div>
          </div>
        </fieldset>
        """,
    )


def test_a_refused_form_says_it_above_and_beside_the_field() -> None:
    form = Registration({"name": "", "token": "x", "day": "1"})
    form.add_error(None, "Pendaftaran <ditutup>.")
    form.add_error(
        "token", "Tautan ini kedaluwarsa."
    )  # of what is hidden nothing else on the page would tell

    assertHTMLEqual(
        printed(form),
        """
        <div class="masalah" role="alert" aria-labelledby="judul-masalah">
          <h2 class="masalah-judul" id="judul-masalah">Ada masalah</h2>
          <ul class="masalah-daftar">
            <li><a href="#id_name">Pendaftaran &lt;ditutup&gt;.</a></li>
            <li><a href="#id_name">Tautan ini kedaluwarsa.</a></li>
            <li><a href="#id_name">Bidang ini tidak boleh kosong.</a></li>
          </ul>
        </div>
        <input type="hidden" name="token" value="x" id="id_token">
        <div class="isian isian-galat">
          <label for="id_name">Nama</label>
          <p class="petunjuk" id="id_name_helptext">Seperti pada KTP.</p>
          <p class="galat" id="id_name_error">
            <span class="tersembunyi">Kesalahan: </span>Bidang ini tidak boleh kosong.
          </p>
          <input type="text" name="name" required aria-invalid="true"
                 aria-describedby="id_name_helptext id_name_error" id="id_name">
        </div>
        <div class="isian isian-centang">
          <input type="checkbox" name="agreed" id="id_agreed"> <label for="id_agreed">Setuju</label>
        </div>
        <fieldset class="isian isian-pilihan">
          <legend>Hari</legend>
          <div id="id_day">
            <div>
              <label for="id_day_0">
                <input type="radio" name="day" value="1" required id="id_day_0" checked> Senin
              </label>
            </div>
          </div>
        </fieldset>
        """,
    )


class Grouped(Registration):
    """Headings come from people's data."""

    def layout(self) -> Layout:
        return Layout(Group("Kec. {{ form }} <Balung>", "agreed", hint="Satu & dua.", in_row=True))


def test_a_heading_is_printed_as_it_stands_and_never_read_as_a_template() -> None:
    assertHTMLEqual(
        printed(Grouped()),
        """
        <fieldset class="kelompok-isian">
          <legend>Kec. {{ form }} &lt;Balung&gt;</legend>
          <p class="petunjuk">Satu &amp; dua.</p>
          <div class="deret-isian">
            <div class="isian isian-centang">
              <input type="checkbox" name="agreed" id="id_agreed"> <label for="id_agreed">Setuju</label>
            </div>
          </div>
        </fieldset>
        """,
    )


class Folded(Registration):
    """What may all be left empty."""

    def layout(self) -> Layout:
        return Layout(Group("Selebihnya", "agreed", "day", folded=True))


def test_a_folded_group_says_how_much_of_it_is_filled_and_shows_what_was_refused() -> None:
    page = printed(Folded(initial={"agreed": False}))
    assert '<details class="kelompok-isian">' in page
    assert "0 dari 1 terisi" in page  # a box without its tick is an answer, and nothing that is lacking
    assert "1 dari 1 terisi" in printed(Folded(initial={"agreed": True, "day": "2023-08-17"}))
    refused = Folded({"day": "9"})
    assert "day" in refused.errors
    assert '<details class="kelompok-isian" open>' in printed(refused)


class Misspelt(Registration):
    """A layout that asks for what the form does not have."""

    def layout(self) -> Layout:
        return Layout("nama")


def test_a_layout_that_names_no_field_of_its_form_is_a_fault() -> None:
    with pytest.raises(Exception, match="nama"):
        printed(Misspelt())


def test_no_page_prints_a_field_by_hand() -> None:
    templates = Path(settings.BASE_DIR, "templates")
    by_hand = {
        str(path.relative_to(templates))
        for path in templates.rglob("*.html")
        if path.parent.name != "crispy" and BY_HAND.search(path.read_text())
    }
    assert by_hand == NO_FIELDS
