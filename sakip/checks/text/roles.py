"""How sentences say what a number is: the words for target, realisasi, capaian, pagu and serapan, and what may stand
between them and the number."""

from __future__ import annotations

import re
from typing import Final

from sakip.checks.text.recorded import Role
from sakip.text.dates import NAMA_BULAN
from sakip.text.reading.words import LIGHT, word_set

_SHARE: Final = r"p(?:er|ro)sentase"
_MONTHS: Final = "|".join(NAMA_BULAN)
ROLES: Final = re.compile(
    r"\b(?:"
    rf"(?P<mean>(?:rata[- ]rata|rerata)(?:\s+(?:(?:nilai|keseluruhan|tingkat|{_SHARE})\s+)*capaian(?:\s+kinerja)?)|"
    r"capaian(?:\s+kinerja)?\s+rata[- ]rata)|"
    r"(?P<average>(?:rata[- ]rata|rerata)(?=\s+(?:mencapai|tercapai|sebesar|adalah|yaitu)))|"
    r"(?P<left>selisih\s+(?:antara\s+)?(?:pagu|anggaran)\s+(?:dan|dengan)\s+realisasi(?:nya)?(?:\s+anggaran)?|"
    r"sisa(?:\s+(?:lebih\s+)?(?:pagu|anggaran|dana|belanja))?|tersisa|menyisakan|(?:tidak|belum)\s+terserap|silpa)|"
    r"(?P<share>proporsi(?:nya)?|porsi(?:nya)?)|"
    r"(?P<progress>(?:tingkat\s+)?kemajuan(?:nya)?)|"
    r"(?P<difference>(?:dengan\s+)?selisih(?:nya)?|terpaut|berjarak|(?:masih\s+)?kurang(?=\s+$)|"
    r"(?:kekurangan|kelebihan|kesenjangan|deviasi)(?:nya)?(?:\s+(?:terhadap|dari|atas)\s+target(?:nya)?)?)|"
    r"(?P<spent>(?:realisasi|penyerapan|capaian)\s+(?:keuangan|anggaran|belanja)(?:nya)?|merealisasikan\s+(?:anggaran|dana))|"
    rf"(?P<serapan>(?:tingkat\s+|daya\s+|{_SHARE}\s+)?(?:serapan|penyerapan)(?:nya)?(?:\s+(?:anggaran|keuangan))?|"
    r"terserap|(?:menyerap|menghabiskan|membelanjakan)(?:\s+(?:anggaran|dana|pagu))?|diserap|dihabiskan|dibelanjakan|terpakai)|"
    r"(?P<pagu>(?:pagu|alokasi|plafon)(?:nya)?(?:\s+(?:anggaran|dana))?|anggaran(?:nya)?|berpagu|dianggarkan|teranggarkan|dialokasikan|"
    r"(?:mengalokasikan|menyediakan)\s+(?:dana|anggaran)|dana(?=\s+(?:sebesar|senilai))|"
    r"dari\s+(?:total|keseluruhan)(?=\s+(?:sebesar|Rp)))|"
    rf"(?P<capaian>(?:{_SHARE}\s+|tingkat\s+)?(?:capaian|pencapaian|ketercapaian)(?:nya)?(?:\s+kinerja(?:nya)?)?"
    r"(?:\s+(?:(?:terhadap|atas|dari)\s+)?target(?:nya)?(?!\s+(?:renstra|rkt|jangka|sebesar\s+\d+\S*\s+(?:dan|dengan))))?)|"
    r"(?P<money>(?:total|jumlah|keseluruhan)\s+(?:anggaran|belanja|pagu|dana))|"
    r"(?P<target>target(?:nya)?(?:\s+kinerja(?:nya)?)?|ditargetkan|menargetkan|diperjanjikan|mematok|dipatok)|"
    r"(?P<realisasi>realisasi(?:nya)?(?:\s+kinerja(?:nya)?)?|terealisasi(?:kan)?|(?:di|me)realisasikan)|"
    r"(?P<reached>mencapai|tercapai|dicapai|diperoleh|memperoleh|mendapat(?:kan)?|diraih|meraih|berada|bertahan|bertengger|bercokol|menembus|menyentuh|"
    r"menghasilkan|menunjukkan|membukukan|tercatat|ditutup|bernilai|nilai(?:nya)?(?=\s+(?:tahun|sebesar|adalah|yaitu|ialah|akhir|yang))|"
    # At the end of what is looked at stands the number.
    r"hasil\s+pengukuran(?=\s+(?:akhir|sebesar|adalah|yaitu))|hasil(?:nya)?(?=\s+(?:sebesar|adalah|yaitu|ialah|akhir))|(?:nilai|hasil)nya(?=\s*$)|dengan\s+(?:hasil|nilai)(?=\s*$))"
    r")\b",
    re.IGNORECASE,
)
ROLE_OF: Final = {
    "mean": Role.MEAN,
    "average": Role.MEAN,
    "left": Role.LEFT,
    "share": Role.SHARE,
    "progress": Role.PROGRESS,
    "money": Role.MONEY,
    "difference": Role.DIFFERENCE,
    "spent": Role.SPENT,
    "serapan": Role.SERAPAN,
    "pagu": Role.PAGU,
    "target": Role.TARGET,
    "realisasi": Role.REALISASI,
    "capaian": Role.CAPAIAN,
    "reached": Role.REACHED,
}
MEAN: Final = re.compile(r"\b(?:di)?(?:rata[- ]rata|rerata)(?:kan)?\b", re.IGNORECASE)
#: "capaian 4 (empat) indikator sasaran rata-rata mencapai": what the mean is of stands before it.
MEAN_OF: Final = re.compile(r"\bcapaian\b[^.;]*\b(?:indi[ck]ator|sasaran|kinerja)\b", re.IGNORECASE)
#: Words that may stand between what a number is said to be and the number, without making it another thing's.
FILLER: Final = LIGHT | word_set(
    "mencapai tercapai tercatat terletak berada angka nilai skor indikator indicator sasaran kinerja kinerjanya kerja",
    "ditetapkan diperoleh program kegiatan sub anggaran keuangan belanja dana persentase prosentase utama strategis",
    "apbd perubahan desember januari juni diraih berhasil didapat didapatkan dihasilkan terukur terhitung diukur",
    "ditunjukkan besaran sekitar n pelaporan laporan pengukuran berjalan anggarannya lebih kecamatan menunjukkan",
    "menghasilkan adanya bertahan posisi level murni tingkat hasil capai survei survey perolehan perjanjian pk",
    "dokumen renstra rkt jangka menengah rencana tahunan indeks kabupaten provinsi nasional kota kepada camat pihak",
    "kedua ketiga keempat kelima keenam iku berjumlah mendukung pendukung antara",
)
#: With these a text about an indikator may lead to a number that is the indikator's.
LEADING: Final = FILLER | word_set(
    "bappeda inspektorat lppm data evaluator evaluasi responden hasilnya nilainya realisasinya capaiannya predikatnya",
    "persen prosen rp rupiah atau jadi adapun sedangkan",
    "maka dan sehingga bahwa dapat disimpulkan dilihat diketahui tabel table hasil pengukuran sedangkan dibandingkan",
)
#: The budget as it was before it changed.
BEFORE_CHANGE: Final = (
    r"murni|sebelum\s+(?:perubahan|pergeseran|refocusing|realokasi|penyesuaian|rasionalisasi)|"
    r"(?:DPA|APBD)(?:[- ]SKPD)?\s+(?:induk|awal)"
)
#: What is said of a plan, of another area, of a part of the year, or hoped for.
OF_PLAN: Final = re.compile(
    r"\b(?:(?P<plan>renstra|rencana\s+strategis|jangka\s+menengah|akhir\s+periode)|(?P<rkt>rkt|rencana\s+kinerja\s+tahunan)|"
    rf"rpjmd|target\s+(?:awal|semula|lama)|{BEFORE_CHANGE})\b",
    re.IGNORECASE,
)
OF_AREA: Final = re.compile(
    r"\b(?:(?P<kabupaten>kabupaten|kab\.)|kota|(?P<provinsi>provinsi|jawa)|(?P<nasional>nasional)|indonesia|regional|"
    r"(?-i:Kecamatan|Kec\.)\s+(?-i:[A-Z][a-z]{2,}))",
    re.IGNORECASE,
)
OF_PART: Final = re.compile(
    r"\b(?:triwulan|tri\s+wulan|TW|semester|caturwulan|kuartal|bulan|minggu|per\s+\d|tengah\s+tahun|"
    r"unsur|komponen|bobot|jenis\s+layanan)\b|"
    rf"\b(?:sampai|s\.?d\.?|hingga)(?:\s+(?:dengan|akhir|bulan|tanggal|\d+))*\s+(?!desember)(?:{_MONTHS})\b",
    re.IGNORECASE,
)
HOPED: Final = re.compile(
    r"\b(?:seharusnya|diharapkan|harapan|direncanakan|rencana(?!\s+(?:strategis|kinerja|aksi))|akan|agar|supaya|berikutnya|"
    r"mendatang|minimal|maksimal|paling|harus|ingin|depan|(?:jika|apabila|bila)(?!\s+di(?:banding|rata|hitung|lihat|kaitkan))|andai\w*|usulan|diusulkan|"
    r"asumsi|simulasi|perlu|dapat\s+(?:mencapai|meraih))\b",
    re.IGNORECASE,
)
#: After these a sentence speaks of the year, or of the kecamatan, again.
OF_YEAR_AGAIN: Final = re.compile(
    r"\b(?:realisasi|terealisasi|capaian|perjanjian\s+kinerja|PK)\b", re.IGNORECASE
)
OF_PK: Final = re.compile(r"\b(?:perjanjian\s+kinerja|PK)\b", re.IGNORECASE)
WHOLE_YEAR_AGAIN: Final = re.compile(
    r"\b(?:akhir\s+tahun|setahun|31\s+desember|tahun\s+20\d\d)\b", re.IGNORECASE
)
#: The number is a bound, or one of two ends.
BOUND: Final = re.compile(
    r"(?:\b(?:di\s*atas|di\s*bawah|lebih\s+dari|kurang\s+dari|melebihi|melampaui|hampir|mendekati|minimal|maksimal|setidaknya|"
    r"antara|rentang|kisaran|berkisar|dalam\s+rentang|belum|tidak|bukan)|[<>≥≤±])"
    r"(?:\s+(?:pada|mencapai|sebesar|angka|di))*\s*$",
    re.IGNORECASE,
)
RANGE: Final = re.compile(
    r"^\s*(?:[-–—]|sampai(?:\s+dengan)?\b|s\.?d\.?|hingga\b)\s*(?:Rp\.?\s*)?\d", re.IGNORECASE
)
ABOUT: Final = re.compile(r"\b(?:sekitar|kurang\s+lebih|kira-kira|\w+-an)\s*$", re.IGNORECASE)
ABOUT_WORDS: Final = re.compile(r"\b(?:kurang\s+lebih|kira-kira)\b", re.IGNORECASE)
#: Where the money comes from is no other area.
SOURCE: Final = re.compile(
    r"\b(?:A?PBD|inspektorat|bappeda|BPBD|BPKAD|bagian\s+organisasi|sekretariat\s+daerah|tim\s+\w+|dinas\s+[^,.;]{0,40}?)\s+"
    r"(?:kabupaten|kab\.|kota)(?:\s+[^\W\d_]+)?\b",
    re.IGNORECASE,
)
#: An amount of the year as a whole is told of the kecamatan, its APBD, or everything; or with nothing else before it.
WHOLE: Final = re.compile(
    r"\b(?:keseluruhan|seluruh|total|APBD|DPA|tahun\s+anggaran|31\s+desember|pencapaian\s+kinerja|"
    r"(?:anggaran|pagu|belanja)\s+kecamatan(?!\s+(?-i:[A-Z])))\b",
    re.IGNORECASE,
)
#: What comes in, and what the bendahara keeps.
NO_BUDGET: Final = (
    r"PBB(?:-P2)?|PAD|pajak|retribusi|penerimaan|pendapatan|denda|kas(?!\s+(?:daerah|negara))|"
    r"(?:uang|ganti|tambahan)\s+(?:persediaan|uang)|SPP(?:-\w+)?|SP2D|neraca|aset"
)
#: What costs money and is a part of the year's.
PART: Final = re.compile(
    r"\b(?:pelatihan|rapat|honor\w*|bantuan|pembangunan|pembinaan|sosialisasi|lomba|pengadaan|kader|pakaian|makan|"
    r"posyandu|musrenbang|pemeliharaan|rehabilitasi|perjalanan|gaji|seksi|desa|kelurahan|pos|"
    rf"{NO_BUDGET}|"
    r"belanja\s+(?:pegawai|barang|jasa|modal|operasi\w*|langsung|tidak|hibah|honor\w*)|"
    r"kegiatan\s+(?!yang\b|ini\b|tersebut\b|dan\b|guna\b|dengan\b|dalam\b|untuk\b|di\b|pada\b|kecamatan\b)[^\W\d_]+)\b",
    re.IGNORECASE,
)
FOR: Final = re.compile(r"[^.;]{0,12}\b(?:untuk|bagi|guna|pada|dalam\s+rangka)\b[^.;]*", re.IGNORECASE)
#: Without these an amount that was reached is no budget's: "kredit yang disalurkan mencapai Rp40 miliar".
OF_BUDGET: Final = re.compile(r"anggaran|apbd|belanja|pagu|realisasi|serap|keuangan", re.IGNORECASE)
OF_MONEY: Final = re.compile(r"\b(?:anggaran|APBD|belanja)\b", re.IGNORECASE)
#: Between what was spent and what could be; behind the share of a target.
OUT_OF: Final = re.compile(r"^\s*dari(?:\s+(?:pagu|anggaran|total|sebesar))*\s*$", re.IGNORECASE)
#: "Dari target 100% dapat diselesaikan 95%"
OUT_OF_TARGET: Final = re.compile(r"\bdari\s+target(?:nya)?(?:\s+(?:sebesar|yaitu))?\s+$", re.IGNORECASE)
DONE: Final = re.compile(
    r"^[\s,]*(?:(?:yang|dapat|telah|sudah|baru|hanya|berhasil|mampu|bisa)\s+)*(?:di|ter)[a-z]{4,}"
    r"(?:\s+(?:sebesar|sebanyak|hanya|baru))*\s*$",
    re.IGNORECASE,
)
OF_TARGET: Final = re.compile(r"\s*dari\s+target", re.IGNORECASE)
LAST_YEAR: Final = re.compile(r"tahun\s+(?:lalu|sebelumnya|kemarin)", re.IGNORECASE)
#: With which a sentence compares: the year behind it is not that of what it compares.
AGAINST_YEAR: Final = re.compile(
    r"\b(?:dari(?:pada)?|di(?:banding|sanding)(?:kan)?(?:\s+dengan)?|terhadap|ketimbang)\s+"
    r"(?:(?:realisasi|capaian|nilai|hasil|perolehan|angka|target|pada|di)\s+)*(?:tahun\s+)?$",
    re.IGNORECASE,
)
#: The capaian of a plan's target is not that of the PK.
AGAINST_PLAN: Final = re.compile(
    r"\b(?:terhadap|di(?:banding|sanding)(?:kan)?(?:\s+dengan)?|mengacu(?:\s+pada)?|memakai)\s+target\s+"
    r"(?:[^\W\d_]+\s+)?(?:renstra|rkt|jangka\s+menengah|rencana)\b",
    re.IGNORECASE,
)
SHARE_OF_PLAN: Final = re.compile(
    r"\s*(?:dari|terhadap|atas)\s+target(?:nya)?\s+(?:(?:akhir|pada|dalam)\s+)*(?:renstra|rkt|jangka\s+menengah|rencana)\b",
    re.IGNORECASE,
)
#: The year right behind a number.
YEAR_BEHIND: Final = re.compile(
    r"\s*(?:\(\s*(?=20)|\(?(?:(?:pada|di|untuk|selama|dalam)\s+)?(?:tahun|th\.?)\s+)(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
#: "Bila dibandingkan tahun 2022 sebesar 80"
COMPARED_WITH: Final = re.compile(
    r"\bdibanding(?:kan)?\s+(?:dengan\s+)?(?:(?:realisasi|capaian|nilai)\s+)?tahun\s+(?:20\d\d|lalu|sebelumnya)[\s,()]*(?:20\d\d\)?\s*)?"
    r"(?:yang\s+)?(?:sebesar|yaitu|mencapai|yakni)\s+(?:sebesar\s+)?$",
    re.IGNORECASE,
)
#: Between the value of one year and that of another that stands right behind it: "90% (2022) dan 95% (2023)".
YEARS_LISTED: Final = re.compile(
    r"^\s*\(?(?:(?:pada|di)\s+)?(?:tahun\s+)?20\d\d\)?[\s,]*(?:(?:dan|serta|lalu|kemudian|menjadi|sedangkan)\s+)*$",
    re.IGNORECASE,
)
#: Another area by its name, where it says no more than the word before it.
AREA_NAME: Final = re.compile(
    r"\b(?:kabupaten|kab\.|provinsi|kota)\s+(?-i:[A-Z])[^\W\d_]+(?:\s+(?-i:[A-Z])[^\W\d_]+)?", re.IGNORECASE
)
#: Right behind an amount: what was done with it.
ROLE_BEHIND: Final = re.compile(
    r"\s*(?:(?:telah|sudah|yang|berhasil)\s+)*(?:(?P<pagu>dialokasikan|dianggarkan|disediakan)|(?P<spent>terserap|terealisasi|"
    r"direalisasikan|dibelanjakan))\b",
    re.IGNORECASE,
)
#: A difference that is from the target, not from a plan's: "terpaut 15 poin dari targetnya".
TO_TARGET: Final = re.compile(
    r"\b(?:dari|terhadap|dengan|antara)\s+target(?:nya)?\b(?!\s+(?:akhir|renstra|rkt|jangka|tahun))",
    re.IGNORECASE,
)
#: Right behind a value that was reached.
REACHED_BEHIND: Final = re.compile(
    r"\s*(?:yang\s+)?(?:(?:dapat|bisa|mampu|berhasil|telah|sudah|baru)\s+)*(?:dicapai|tercapai|terealisasi|direalisasikan)\b",
    re.IGNORECASE,
)
#: Says between which values something went, and not whether up or down.
MOVED_ON: Final = re.compile(
    r"\b(?:bergerak|berubah|bergeser|beranjak|berkembang)\b(?=\s+dari\b)", re.IGNORECASE
)
#: What a program is given, not what it spent; what was saved may be of any of its parts.
GRANTED: Final = re.compile(r"\b(?:mendapat(?:kan)?|memperoleh)\b", re.IGNORECASE)
SAVED: Final = re.compile(
    r"\b(?:efisiensi|penghematan)(?:nya)?(?:\s+(?:anggaran|belanja|dana|pagu))?\b", re.IGNORECASE
)
#: Between a word and a number of which it is not told: "Rp4,6 miliar telah direalisasikan dari pagu Rp4,85 miliar".
APART: Final = re.compile(r"[,.;]|\bdari\b", re.IGNORECASE)
#: Before a name: the whole of which a share is told, and what is a part of it.
SHARE_OF: Final = re.compile(
    r"(?:(?:%|\bpersen)\s+(?:dari|terhadap)|^terhadap)\s+(?:(?:total|seluruh|keseluruhan|pagu|anggaran)\s+)*$",
    re.IGNORECASE,
)
PARTS_OF: Final = re.compile(
    r"\b(?:kegiatan|komponen|pos)\s+(?:pada|dalam|di|dari)\s+(?:program\s+)?$", re.IGNORECASE
)
#: Behind the share of what was spent in all; before what is told of everything.
OF_ALL_SPENT: Final = re.compile(r"\s*dari\s+(?:seluruh|total|keseluruhan)\s+realisasi", re.IGNORECASE)
TOGETHER: Final = re.compile(r"\b(?:keseluruhan|gabungan|total)\b", re.IGNORECASE)
#: Another thing is told of behind it.
OTHERWISE: Final = re.compile(r"\b(?:sedangkan|sementara|adapun|namun|tetapi)\b", re.IGNORECASE)
CLAUSE: Final = re.compile(rf",|{OTHERWISE.pattern}", re.IGNORECASE)
#: Between an amount and what it is.
IS_BEHIND: Final = re.compile(r"\s*(?:merupakan|adalah|untuk)\s*", re.IGNORECASE)
THIS_YEAR: Final = re.compile(r"tahun\s+ini\b|\b(?:kini|sekarang|saat\s+ini)\b", re.IGNORECASE)
IS: Final = re.compile(
    r"\b(?:adalah|sebesar|yaitu|yakni|ialah|senilai|merupakan|menjadi|angka|hanya|baru|(?:di|ter)[a-z]{4,})\b|[=:]\s*$|^\s*$",
    re.IGNORECASE,
)
#: A verb that says what was done with a number says nothing else of it: "dibebankan", "tertuang".
PASSIVE: Final = re.compile(
    r"(?:di|ter)(?!nas\b|siplin|klat|rektur|fabel|minal|nak\b|utama|hadap)[a-z]{4,}", re.IGNORECASE
)
WORDS: Final = re.compile(r"[^\W\d_]+")
#: Between an amount and the share of the pagu that it is.
OR_SHARE: Final = re.compile(
    rf"^[\s,]*(?:atau(?:\s+(?:sebesar|setara(?:\s+dengan)?|{_SHARE}))?|setara\s+dengan|dengan\s+{_SHARE}|\()[\s(]*$",
    re.IGNORECASE,
)
#: Around the value of the year before, and between it and this year's: "dari 80 (tahun 2022) menjadi 85".
FROM: Final = re.compile(r"\bdari\s+(?:(?:angka|nilai|sebesar|semula)\s+)*$", re.IGNORECASE)
TO: Final = re.compile(
    r"^\s*\(?(?:(?:(?:pada|di)\s+)?(?:tahun\s+)?(?:\d{4}|lalu|sebelumnya))?\)?\s*(?:menjadi|ke)\s+(?:(?:sebesar|angka)\s+)*$",
    re.IGNORECASE,
)
#: Between the value of one year and that of the next.
NEXT_YEAR: Final = re.compile(
    r"^[\s,]*(?:(?:sedangkan|dan|serta|kemudian|sementara)\s+)*(?:(?:pada|di|untuk)\s+)?tahun\s+(?P<year>\d{4})"
    r"(?:\s+(?:menjadi|sebesar|adalah|yaitu|mencapai))*\s*$",
    re.IGNORECASE,
)


#: "Tahun anggaran" is the budget's where an amount follows, else the year.
OF_BUDGET_YEAR: Final = re.compile(r"\btahun\s+$", re.IGNORECASE)
#: A difference, not a value.
DIFFERENCES: Final = frozenset({"poin", "peringkat"})
RETURNED: Final = re.compile(r"[^.;]{0,20}\b(?:disetor|dikembalikan|kas\s+daerah)", re.IGNORECASE)
MOVED: Final = re.compile(r"\b(?:kenaikan|peningkatan|penurunan|pertambahan|pengurangan)\b", re.IGNORECASE)
#: Words that may follow a number without being what it counts.
FOLLOWING: Final = LIGHT | word_set(
    "belum tidak lebih masuk termasuk untuk dibandingkan dibanding jika bila meningkat naik menurun turun bertambah",
    "berkurang kategori predikat berpredikat berkategori tergolong melampaui melebihi ditargetkan tercapai terealisasi",
    "realisasi realisasinya capaian capaiannya target targetnya berada mencapai tetap kurang hampir ditunjukkan oleh",
    "bawah setiap tiap apabila agar supaya antara lain terjadi mengalami diperoleh diraih sejalan melalui terserap",
    "pagu skor angka dinyatakan dikategorikan artinya berarti menghasilkan memperoleh",
)
