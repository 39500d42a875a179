// The editor of one text. Without this script the page has a text box that says the same in plain text.
(() => {
  // The outline: out of the way on a phone, at the current place on a desk.
  const garisBesar = document.querySelector(".kerangka-narasi");
  if (matchMedia("not all and (min-width: 75rem)").matches) garisBesar.querySelector("details").open = false;
  else {
    const kini = garisBesar.querySelector('[aria-current="page"]');
    if (kini) garisBesar.scrollTop = kini.offsetTop - garisBesar.offsetTop - garisBesar.clientHeight / 2;
  }

  const PM = window.ProseMirror;
  const formulir = document.getElementById("form-narasi");
  const kotak = formulir?.querySelector(".kotak-narasi");
  if (!PM || !kotak) return;

  const kirimanHtml = document.getElementById("isi-html");
  const keadaan = document.getElementById("keadaan-tulisan");
  const wadahPratinjau = document.getElementById("pratinjau");

  // -- what a text may hold: the allow-list of the server ------------------------------------------------

  const tabel = PM.tableNodes({ tableGroup: "block", cellContent: "paragraph+", cellAttributes: {} });
  // The first number of a list, as far as the server takes it.
  const nomor = (teks) => (/^[0-9]{1,3}$/.test(teks || "") ? Number(teks) : 1);
  const judulTabel = (dom) => ({ judul: dom.querySelector(":scope > caption")?.textContent.trim() || "" });
  const skema = new PM.Schema({
    nodes: {
      doc: { content: "block+" },
      paragraph: { group: "block", content: "inline*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
      bullet_list: { group: "block daftar", content: "list_item+", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
      ordered_list: {
        group: "block daftar",
        content: "list_item+",
        attrs: { mulai: { default: 1 } },
        parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ mulai: nomor(dom.getAttribute("start")) }) }],
        toDOM: (simpul) => (simpul.attrs.mulai === 1 ? ["ol", 0] : ["ol", { start: simpul.attrs.mulai }, 0]),
      },
      list_item: { content: "paragraph (paragraph | daftar)*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
      ...tabel,
      table: {
        ...tabel.table,
        attrs: { judul: { default: "" } },
        parseDOM: [{ tag: "table", getAttrs: judulTabel }, { tag: "caption", ignore: true }],
        toDOM: (simpul) =>
          simpul.attrs.judul ? ["table", ["caption", { contenteditable: "false" }, simpul.attrs.judul], ["tbody", 0]] : ["table", ["tbody", 0]],
      },
      text: { group: "inline" },
      hard_break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    },
    marks: {
      strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
      em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    },
  });
  const { nodes: N, marks: M } = skema;

  const dariHtml = (html) => {
    const dokumen = new DOMParser().parseFromString(html, "text/html");
    return PM.DOMParser.fromSchema(skema).parse(dokumen.body);
  };
  const penulis = PM.DOMSerializer.fromSchema(skema);
  const keHtml = (dok) => {
    const bungkus = document.createElement("div");
    bungkus.append(penulis.serializeFragment(dok.content));
    for (const judul of bungkus.querySelectorAll("caption")) judul.removeAttribute("contenteditable");
    const kosong = dok.childCount === 1 && dok.firstChild.type === N.paragraph && !dok.firstChild.content.size;
    return kosong ? "" : bungkus.innerHTML;
  };

  // -- commands ------------------------------------------------------------------------------------------

  function dalamDaftar(keadaanKini, jenis) {
    const { $from } = keadaanKini.selection;
    for (let d = $from.depth; d > 0; d--) {
      const simpul = $from.node(d);
      if (simpul.type === N.bullet_list || simpul.type === N.ordered_list) return simpul.type === jenis ? { simpul, letak: $from.before(d) } : { lain: true, simpul, letak: $from.before(d) };
    }
    return null;
  }

  // On: make a list, or change its kind. Off: out of it again.
  const gantiDaftar = (jenis) => (s, kirim) => {
    const kini = dalamDaftar(s, jenis);
    if (kini && !kini.lain) return PM.liftListItem(N.list_item)(s, kirim);
    if (kini) {
      kirim?.(s.tr.setNodeMarkup(kini.letak, jenis));
      return true;
    }
    return PM.wrapInList(jenis)(s, kirim);
  };

  const sisipTabel = (s, kirim) => {
    if (PM.isInTable(s)) return false;
    // A header needs a text for those who hear the table; the next key replaces it.
    const kepalaBaru = [1, 2, 3].map((n) => N.table_header.create(null, N.paragraph.create(null, skema.text(`Kolom ${n}`))));
    const badan = () => N.table_row.create(null, [1, 2, 3].map(() => N.table_cell.createAndFill()));
    const baris = [N.table_row.create(null, kepalaBaru), badan(), badan()];
    if (kirim) {
      const { $from } = s.selection;
      const letak = $from.depth ? $from.after(1) : s.selection.to;
      const kosong = $from.depth === 1 && !$from.parent.content.size;
      const tr = s.tr;
      const awal = kosong ? $from.before(1) : letak;
      if (kosong) tr.replaceWith(awal, letak, N.table.create(null, baris));
      else tr.insert(awal, N.table.create(null, baris));
      if (awal + tr.doc.nodeAt(awal).nodeSize >= tr.doc.content.size) tr.insert(tr.doc.content.size, N.paragraph.create());
      kirim(tr.setSelection(PM.TextSelection.create(tr.doc, awal + 4, awal + 4 + "Kolom 1".length)).scrollIntoView());
    }
    return true;
  };

  const putusBaris = (s, kirim) => {
    kirim?.(s.tr.replaceSelectionWith(N.hard_break.create()).scrollIntoView());
    return true;
  };

  function tabelKini(s) {
    const { $from } = s.selection;
    for (let d = $from.depth; d > 0; d--) if ($from.node(d).type === N.table) return { simpul: $from.node(d), letak: $from.before(d) };
    return null;
  }

  // Whoever deletes the last row goes on in the row before it, not behind the table.
  const tetapDiTabel = (perintah) => (s, kirim) => {
    const kini = kirim && tabelKini(s);
    if (!kini) return perintah(s);
    return perintah(s, (tr) => {
      const sisa = tr.doc.nodeAt(kini.letak);
      const akhir = sisa?.type === N.table ? kini.letak + sisa.nodeSize : 0;
      if (akhir && (tr.selection.from <= kini.letak || tr.selection.from >= akhir)) {
        tr.setSelection(PM.TextSelection.near(tr.doc.resolve(akhir - 2), -1));
      }
      kirim(tr);
    });
  };

  const ALAT = [
    [
      { nama: "Tebal", isi: "T", kelas: "tebal", pintas: "Ctrl+B", perintah: PM.toggleMark(M.strong), aktif: (s) => bertanda(s, M.strong) },
      { nama: "Miring", isi: "M", kelas: "miring", pintas: "Ctrl+I", perintah: PM.toggleMark(M.em), aktif: (s) => bertanda(s, M.em) },
    ],
    [
      { nama: "Daftar berbutir", isi: "• Daftar", perintah: gantiDaftar(N.bullet_list), aktif: (s) => ada(s, N.bullet_list) },
      { nama: "Daftar bernomor", isi: "1. Daftar", perintah: gantiDaftar(N.ordered_list), aktif: (s) => ada(s, N.ordered_list) },
    ],
    [{ nama: "Sisipkan tabel", isi: "Tabel", perintah: sisipTabel }],
    [
      { nama: "Urungkan", isi: "↶", pintas: "Ctrl+Z", perintah: PM.undo },
      { nama: "Ulangi", isi: "↷", pintas: "Ctrl+Y", perintah: PM.redo },
    ],
  ];
  const ALAT_TABEL = [
    { nama: "Tambah baris di bawah", isi: "+ Baris", perintah: PM.addRowAfter },
    { nama: "Hapus baris", isi: "− Baris", perintah: tetapDiTabel(PM.deleteRow) },
    { nama: "Tambah kolom di kanan", isi: "+ Kolom", perintah: PM.addColumnAfter },
    { nama: "Hapus kolom", isi: "− Kolom", perintah: tetapDiTabel(PM.deleteColumn) },
    { nama: "Baris kepala", isi: "Kepala", perintah: PM.toggleHeaderRow, aktif: kepala },
    { nama: "Gabungkan sel terpilih", isi: "Gabung", perintah: PM.mergeCells },
    { nama: "Pisahkan sel", isi: "Pisah", perintah: PM.splitCell },
    { nama: "Hapus tabel", isi: "Hapus tabel", perintah: PM.deleteTable },
  ];

  function bertanda(s, tanda) {
    const { from, $from, to, empty } = s.selection;
    return empty ? !!tanda.isInSet(s.storedMarks || $from.marks()) : s.doc.rangeHasMark(from, to, tanda);
  }
  function ada(s, jenis) {
    const kini = dalamDaftar(s, jenis);
    return !!kini && !kini.lain;
  }
  function kepala(s) {
    const kini = tabelKini(s);
    return !!kini && kini.simpul.firstChild.firstChild.type === N.table_header;
  }

  // -- toolbar: one stop of Tab, then arrows ---------------------------------------------------------------

  const tombol = [];
  function buatTombol(alat, jangkar) {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = alat.isi;
    b.setAttribute("aria-label", alat.nama);
    b.title = alat.pintas ? `${alat.nama} (${alat.pintas})` : alat.nama;
    if (alat.kelas) b.className = alat.kelas;
    if (alat.aktif) b.setAttribute("aria-pressed", "false");
    b.tabIndex = tombol.length ? -1 : 0;
    b.addEventListener("click", () => {
      if (b.getAttribute("aria-disabled") === "true") return;
      alat.perintah(pandang.state, pandang.dispatch, pandang);
      if (document.activeElement !== b || !b.matches(":focus-visible")) pandang.focus();
      segarkan();
    });
    tombol.push({ b, alat });
    jangkar.append(b);
  }

  const penyunting = document.createElement("div");
  penyunting.className = "penyunting";
  const bilah = document.createElement("div");
  bilah.className = "bilah";
  bilah.setAttribute("role", "toolbar");
  bilah.setAttribute("aria-label", "Format tulisan");
  bilah.setAttribute("aria-controls", "penyunting-isi");
  const kelompok = (isi, label) => {
    const k = document.createElement("div");
    k.className = "bilah-kelompok";
    if (label) {
      k.setAttribute("role", "group");
      k.setAttribute("aria-label", label);
    }
    for (const alat of isi) buatTombol(alat, k);
    bilah.append(k);
    return k;
  };
  for (const isi of ALAT) kelompok(isi);
  const alatTabel = kelompok(ALAT_TABEL, "Tabel");
  const barisJudul = document.createElement("div");
  barisJudul.className = "bilah-tabel";
  const labelJudul = document.createElement("label");
  labelJudul.htmlFor = "judul-tabel";
  labelJudul.textContent = "Judul tabel (opsional)";
  const isianJudul = document.createElement("input");
  isianJudul.id = "judul-tabel";
  isianJudul.type = "text";
  isianJudul.autocomplete = "off";
  barisJudul.append(labelJudul, isianJudul);
  penyunting.append(bilah, barisJudul);

  bilah.addEventListener("keydown", (e) => {
    const tampak = tombol.filter(({ b }) => b.offsetParent !== null).map(({ b }) => b);
    const i = tampak.indexOf(document.activeElement);
    const tujuan = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tampak.length - 1 }[e.key];
    if (tujuan === undefined || i < 0) return;
    e.preventDefault();
    const baru = tampak[(tujuan + tampak.length) % tampak.length];
    for (const { b } of tombol) b.tabIndex = b === baru ? 0 : -1;
    baru.focus();
  });
  isianJudul.addEventListener("input", () => {
    const kini = tabelKini(pandang.state);
    if (kini) pandang.dispatch(pandang.state.tr.setNodeMarkup(kini.letak, null, { judul: isianJudul.value }));
  });
  isianJudul.addEventListener("keydown", (e) => {
    if (e.key === "Enter") {
      e.preventDefault(); // not the form's
      pandang.focus();
    }
  });

  // -- the editor ------------------------------------------------------------------------------------------

  const isianKeys = {
    "Mod-z": PM.undo,
    "Shift-Mod-z": PM.redo,
    "Mod-y": PM.redo,
    "Mod-b": PM.toggleMark(M.strong),
    "Mod-i": PM.toggleMark(M.em),
    Enter: PM.splitListItem(N.list_item),
    "Shift-Enter": putusBaris,
    Tab: PM.chainCommands(PM.goToNextCell(1), PM.sinkListItem(N.list_item)),
    "Shift-Tab": PM.chainCommands(PM.goToNextCell(-1), PM.liftListItem(N.list_item)),
    "Alt-F10": () => {
      bilah.querySelector("button[tabindex='0']").focus();
      return true;
    },
  };
  // A number that counts on joins the list above; any other begins a list of its own.
  const menyambung = (cocok, daftar) => daftar.attrs.mulai + daftar.childCount === Number(cocok[1]);
  const awal = kirimanHtml.value;
  const pandang = new PM.EditorView({ mount: document.createElement("div") }, {
    state: PM.EditorState.create({
      doc: dariHtml(awal),
      plugins: [
        PM.inputRules({
          rules: [PM.wrappingInputRule(/^\s*[-*]\s$/, N.bullet_list), PM.wrappingInputRule(/^\s*([0-9]{1,3})[.)]\s$/, N.ordered_list, (cocok) => ({ mulai: nomor(cocok[1]) }), menyambung)],
        }),
        PM.keymap(isianKeys),
        PM.keymap(PM.baseKeymap),
        PM.history(),
        PM.tableEditing(),
      ],
    }),
    attributes: {
      id: "penyunting-isi",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": "label-isi",
      "aria-describedby": kotak.getAttribute("aria-describedby") || "id_isi_helptext",
      spellcheck: "true",
      lang: "id",
    },
    transformPastedHTML: (html) => window.bersihkanTempelan(html),
    clipboardTextParser: (teks) => potonganTeks(teks),
    dispatchTransaction(tr) {
      pandang.updateState(pandang.state.apply(tr));
      if (tr.docChanged) berubah();
      segarkan();
    },
  });
  penyunting.append(pandang.dom);

  // Lines with tabs are a table; other lines are paragraphs.
  function potonganTeks(teks) {
    const baris = teks.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
    if (baris.length && baris.every((b) => b.includes("\t"))) {
      const sel = baris.map((b) => b.split("\t"));
      const lebar = Math.max(...sel.map((s) => s.length));
      const isi = sel.map((s) =>
        N.table_row.create(null, Array.from({ length: lebar }, (_, i) => N.table_cell.create(null, N.paragraph.create(null, s[i] ? skema.text(s[i]) : null)))),
      );
      return new PM.Slice(PM.Fragment.from(N.table.create(null, isi)), 0, 0);
    }
    const alinea = baris.filter((b) => b.trim()).map((b) => N.paragraph.create(null, skema.text(b)));
    return alinea.length ? new PM.Slice(PM.Fragment.from(alinea), 1, 1) : PM.Slice.empty;
  }

  function segarkan() {
    const s = pandang.state;
    const kini = tabelKini(s);
    const diTabel = !!kini;
    alatTabel.hidden = barisJudul.hidden = !diTabel;
    if (!diTabel && alatTabel.contains(bilah.querySelector("button[tabindex='0']"))) {
      for (const [i, { b }] of tombol.entries()) b.tabIndex = i ? -1 : 0;
    }
    for (const { b, alat } of tombol) {
      if (alat.aktif) b.setAttribute("aria-pressed", String(alat.aktif(s)));
      b.setAttribute("aria-disabled", String(!alat.perintah(s)));
    }
    if (diTabel && document.activeElement !== isianJudul) isianJudul.value = kini.simpul.attrs.judul;
  }

  // -- what is typed survives on this device ---------------------------------------------------------------

  const KUNCI = formulir.dataset.kunci;
  const sidik = formulir.elements.sidik.value;
  const mulai = keHtml(pandang.state.doc);
  const simpanan = {
    baca() {
      try {
        return JSON.parse(localStorage.getItem(KUNCI));
      } catch {
        return null; // nothing is kept where the browser forbids it
      }
    },
    tulis(isi) {
      try {
        localStorage.setItem(KUNCI, JSON.stringify(isi));
        return true;
      } catch {
        return false;
      }
    },
    buang() {
      try {
        localStorage.removeItem(KUNCI);
      } catch {
        // nothing was kept
      }
    },
  };
  const lama = simpanan.baca();
  const rata = (html) => html.replace(/<\/?(p|tbody|thead)>|contenteditable="false"|\sscope="\w+"/g, "").replace(/\s+/g, " ").trim();
  let tunda = 0;

  function berubah() {
    kirimanHtml.value = keHtml(pandang.state.doc);
    clearTimeout(tunda);
    tunda = setTimeout(simpanDiSini, 300);
  }
  function simpanDiSini() {
    const isi = keHtml(pandang.state.doc);
    if (isi === mulai && !("berubah" in formulir.dataset)) {
      simpanan.buang();
      keadaan.textContent = "";
    } else if (simpanan.tulis({ isi, sidik, waktu: Date.now(), dikirim: false })) {
      keadaan.textContent = "Belum disimpan. Tulisan ini disimpan sementara di perangkat ini.";
    } else {
      keadaan.textContent = "Belum disimpan.";
    }
  }

  function tawarkan() {
    const kabar = document.createElement("div");
    kabar.className = "pesan pesan-ingat pulihkan";
    kabar.setAttribute("role", "status");
    const kapan = new Date(lama.waktu).toLocaleString("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    const kata = document.createElement("p");
    kata.textContent = `Ada tulisan yang belum tersimpan di perangkat ini, dari ${kapan}.`;
    if (lama.sidik !== sidik) kata.textContent += " Sesudah itu bagian ini disimpan dari tempat lain; bandingkan sebelum menyimpan.";
    const deret = document.createElement("div");
    deret.className = "deret-tombol";
    for (const [label, tindakan] of [
      ["Pulihkan", () => {
        const tr = pandang.state.tr;
        pandang.dispatch(PM.closeHistory(tr.replaceWith(0, tr.doc.content.size, dariHtml(lama.isi).content)));
        pandang.focus();
      }],
      ["Buang", () => {
        simpanan.buang();
        pandang.focus();
      }],
    ]) {
      const b = document.createElement("button");
      b.type = "button";
      b.className = "tombol tombol-kecil";
      b.textContent = label;
      b.addEventListener("click", () => {
        tindakan();
        kabar.remove();
      });
      deret.append(b);
    }
    kabar.append(kata, deret);
    formulir.before(kabar);
  }

  if (lama && "tersimpan" in formulir.dataset && lama.dikirim) simpanan.buang();
  else if (lama && rata(lama.isi) === rata(mulai)) simpanan.buang();
  else if (lama && !("berubah" in formulir.dataset)) tawarkan();
  if ("tersimpan" in formulir.dataset) {
    keadaan.textContent = "Tersimpan.";
    history.replaceState(null, "", location.pathname);
  }

  // -- into the page, and out of it ------------------------------------------------------------------------

  kotak.closest(".tanpa-penyunting").replaceWith(penyunting);
  document.querySelector("label[for='id_isi']").removeAttribute("for");
  document.getElementById("label-isi").addEventListener("click", () => pandang.focus());
  for (const tautan of document.querySelectorAll(".masalah a[href='#id_isi']")) tautan.href = "#penyunting-isi";
  kirimanHtml.disabled = false;
  kirimanHtml.value = mulai;
  segarkan();
  if ("berubah" in formulir.dataset) simpanDiSini();

  async function pratinjau() {
    const data = new FormData(formulir);
    data.set("tindakan", "pratinjau");
    try {
      const jawaban = await fetch(formulir.action, { method: "POST", body: data, headers: { "X-Pratinjau": "1" }, credentials: "same-origin" });
      if (!jawaban.ok || jawaban.redirected) throw new Error(jawaban.status);
      const baru = new DOMParser().parseFromString(await jawaban.text(), "text/html").body;
      wadahPratinjau.replaceChildren(...baru.childNodes);
    } catch {
      keadaan.textContent = "Pratinjau belum dapat diperbarui: tidak ada sambungan, atau sesi berakhir. Tulisan Anda tetap ada.";
    }
  }

  let terkirim = false;
  formulir.addEventListener("submit", (e) => {
    kirimanHtml.value = keHtml(pandang.state.doc);
    if (e.submitter?.value === "pratinjau") {
      e.preventDefault();
      pratinjau();
      return;
    }
    if (terkirim) {
      e.preventDefault();
      return;
    }
    terkirim = true;
    setTimeout(() => {
      terkirim = false;
    }, 5000);
    clearTimeout(tunda);
    const isi = kirimanHtml.value;
    if (isi !== mulai || "berubah" in formulir.dataset) {
      simpanan.tulis({ isi, sidik, waktu: Date.now(), dikirim: e.submitter?.value === "simpan" });
    }
  });
  window.addEventListener("pageshow", () => {
    terkirim = false;
  });

  // The list of markers becomes buttons that put them in; what they show now is their name.
  for (const kode of document.querySelectorAll("#sisip-nilai [data-penanda]")) {
    const { penanda, nilai } = kode.dataset;
    const b = document.createElement("button");
    b.type = "button";
    b.className = "tombol-nilai";
    b.textContent = `${penanda.slice(1, -1).split(":")[0]} = ${nilai}`;
    b.setAttribute("aria-label", `${b.textContent}, sisipkan ${penanda}`);
    b.title = `Sisipkan ${penanda}`;
    b.addEventListener("click", () => {
      pandang.dispatch(pandang.state.tr.insertText(penanda));
      pandang.focus();
    });
    kode.closest("li").replaceChildren(b);
  }
})();
