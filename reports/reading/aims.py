"""The tujuan of a Renstra whose tables name none: as its words say it, else as a person does who has looked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reports.papers.paper import Paper, Row, Spot, Text
from reports.reading.desk import FROM_SENTENCE, Desk, bare
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS, all_sheets

#: Whose tujuan it is; what a report or a document is made for is none, nor what the kabupaten aims at.
_OWN: Final = (
    r"(?:hendak|akan|ingin|harus)\s+dicapai|jangka\s+menengah|renstra|rencana\s+strategis|perangkat\s+daerah"
    r"|kecamatan|kapanewon|distrik"
)
_OTHERS: Final = re.compile(
    r"\b(?:penyusunan|laporan|dokumen|pembuatan|maksud|evaluasi|kegiatan|rpjmd|bupati|wali\s*kota|misi)\b",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    rf"^\W*(?:\d[\d.]*\s+)?(?:adapun\s+)?(?P<left>tujuan\b[^:;.]{{0,160}}?\b(?:{_OWN})\b[^:;.]{{0,120}}?)\s*"
    r"(?:\b(?:adalah|yaitu|yakni|ialah)\b|:|sebagai\s+berikut)\s*:?\s*(?P<aim>.*)$",
    re.IGNORECASE,
)
_AIM: Final = re.compile(r"[“\"\x27]?(?:me|ter|pe)[a-z]+\s.{8,250}", re.IGNORECASE)
_ITEM: Final = re.compile(
    r"^\s*(?:[-–•]|(?:tujuan\s+)?\(?(?:\d{1,2}|[a-z])\s*[.):])\s*(?P<item>.*)$", re.IGNORECASE
)
_END: Final = ' .;,“”"\x27'


def read_aims(desk: Desk, paper: Paper, said: str = "") -> None:
    """Propose the tujuan that words name, and put what has none below it; of several a person says which. Where they
    name none, that which a person ``said`` is it."""
    below = [(at, one) for at, one in desk.proposed(*_below_a_tujuan()) if not one.cells.get("tujuan")]
    if not below or desk.renstra is None:
        return
    start, _, _ = desk.renstra
    told = _told(paper.running_texts)
    rows = desk.recorded.content["Tujuan"]
    recorded = dict.fromkeys(str(one["kunci"]) for one in rows if one["tahun_awal"] == start)
    if not told and not recorded:
        desk.reading.aimless = sum(not one.cells.get("tujuan") for _, one in desk.proposed("Sasaran"))
        told = [(Text(text=said, at=SAID), said)] if said else []
    keys: list[str] = []
    for text, words in told:
        known, _ = desk.tujuan.find(words)
        kunci = known.kunci if known else desk.key(desk.tujuan, words, "tujuan")
        if known is None:
            desk.tujuan.add(kunci, words)
        keys.append(kunci)
        for versi in sorted({int(one.cells.get("versi", 0)) for _, one in below}):
            cells = {"tahun_awal": start, "versi": versi, "kunci": kunci, "uraian": words}
            note = _BY_HAND if text.at == SAID else FROM_SENTENCE
            desk.propose("Tujuan", Row(cells=(text.text,), at=text.at), cells, notes=[note])
    keys = keys or list(recorded)
    for at, one in below:
        if keys:
            doubts = () if len(keys) == 1 else (_WHICH.format(len(keys)),)
            placed = desk.changed(one, {"tujuan": keys[0]})
            desk.reading.proposals[at] = replace(placed, doubts=(*one.doubts, *doubts))


#: Where a tujuan stands that the paper does not name.
SAID: Final = Spot(line=-1, place="isian pratinjau")
_BY_HAND: Final = "Ditulis pada pratinjau, karena dokumen tidak menyebut tujuannya."
_WHICH: Final = (
    "Dokumen menyebut {} tujuan dan tidak menulis mana yang didukung sasaran ini; ditempatkan di bawah yang"
    " pertama. Ambil bila benar, atau isi sendiri."
)


def _below_a_tujuan() -> list[str]:
    """The sheets whose rows each stand below one."""
    above = RECORD_SHEETS["Tujuan"].sheet.nama
    return [
        sheet.nama
        for sheet in all_sheets()
        if any(column.required and column.reference == above for column in sheet.columns)
    ]


def _told(texts: Sequence[Text]) -> list[tuple[Text, str]]:
    """The tujuan of the first place that says any."""
    for at, text in enumerate(texts):
        found = _SAID.match(text.text)
        if found is None or _OTHERS.search(found["left"]):
            continue
        own = [(text, found["aim"])] if _AIM.match(found["aim"]) else list(_items(texts[at + 1 :]))
        if own:
            return [(one, _plain(words)) for one, words in own]
    return []


def _items(texts: Sequence[Text]) -> Iterator[tuple[Text, str]]:
    for number, text in enumerate(texts):
        found = _ITEM.match(text.text)
        words = found["item"] if found else text.text if number == 0 else ""
        if not _AIM.match(words):
            return
        yield text, words
        if found is None:
            return


def _plain(words: str) -> str:
    words = bare(re.split(r"[.;]\s", f"{words} ")[0]).strip(_END)
    return words[:1].upper() + words[1:]
