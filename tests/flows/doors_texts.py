"""Texts as people type, paste and find them in documents, and what two doors make of one."""

from __future__ import annotations

from hypothesis import strategies as st

#: Found in the LKIP, PK, RKT and Renstra of four kecamatan, or in what their offices sent.
REAL = (
    *(
        "98,5",
        "98.5",
        "100 %",
        "83.125",
        "1.234.567",
        "9000000",
        "211.100.00",
        "Rp. 3.239.088.691,-",
        "-5",
        "0",
    ),
    *(
        "45/50",
        "80-90",
        "80 s.d. 90",
        "90–80",
        "B (80)",
        "B (66)",
        "BB",
        "Baik",
        "Sangat Baik",
        ">80",
        "≥ 80",
    ),
    *("-", "n/a", "nihil", "1 Dokumen", "12 bulan", "tidak tersedia: survei belum", "tidak tersedia", "XYZ"),
    *("61.125", "98,5 (Baik)", "98,5\n(Baik)", "45/50 (90%, baik)", "80-90 (Baik)", "Sangat Baik (85)"),
    *(" Rp -   ", "Rp-", "(1.000.000)", "Rp (98,5)", "N/A", "n.a.", "tidak ada data", "Rp300.000.000"),
    *(
        "1,000",
        "45,678",
        "1,5 juta",
        "1 234 567",
        "\uff19\uff18",
        "\u0669\u0668\u066b\u0665",
        "'98,5",
        "\u201398,5",
    ),
    *(
        "Rp1.000.000.-",
        "98,5 **)",
        "12 (dua belas) bulan",
        "45 dari 50",
        "45 orang/50 orang",
        "10 orang/tahun",
    ),
    *(
        "80 s/d 90",
        "min. 80",
        "paling sedikit 80%",
        "Tw II",
        "II",
        "#REF!",
        "#DIV/0!",
        "####",
        "TRUE",
        "\u2026",
        "17-Agu-26",
        "3 Nop 2025",
        "44256,5",
    ),
    *("Mei 2021", "02 Januari 2021", "1/2/23", "31/2/2023", "2021-01-02", "44256", "2021", "20 23", "1999"),
    *(
        "Pembina TK I",
        "IV/b",
        "19801124 200112 1 003",
        "198011242001121003",
        "68161",
        "6816",
        "a@b.id",
        "kode",
    ),
    *("Ya", "tidak", "desa", "Kabupaten", "jabatan", "output", "Triwulan I", "seksi-umum", "a\x00b", "5\x01"),
    *(
        "a\ufffeb",
        "5\u200b",
        "_x000B_",
        "a\x0bb",
        "a\tb",
        "a  b",
        "a\n\n b",
        "x" * 51,
        "x" * 151,
        "kata " * 70,
    ),
)

ALPHABET = st.sampled_from("0123456789.,-–/% RpBbAaIVi()>_ \t\n\r\x0b\x00\x1f\u00a0\u200b\u2028\"'")
TEXTS = (
    st.sampled_from(REAL)
    | st.from_regex(r"(Rp\.? ?)?-?[0-9]{1,6}([.,][0-9]{1,4}){0,3}( ?%|,-| orang)?", fullmatch=True)
    | st.from_regex(r"[0-9]{1,2}[/. -]([0-9]{1,2}|Mei|Pebruari|Juni)[/. -][0-9]{2,4}", fullmatch=True)
    | st.from_regex(r"[0-9]{1,3}(,[0-9])? ?(-|–|s\.d\.|/|sampai) ?[0-9]{1,3}", fullmatch=True)
    | st.text(ALPHABET, max_size=12)
    | st.text(max_size=60)
)
