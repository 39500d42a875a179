// What Word, LibreOffice and Excel put on the clipboard → plain paragraphs, lists and tables.
// The editor's schema drops what the document cannot show, and the server sanitises again; here is only what a schema
// cannot know: that a paragraph which begins with "·" is an item, and that a bold span means <strong>.
(() => {
  const BULATAN = /^[\s\u00a0]*([·•▪▫■□●○◦‣⁃➢➤➔❖✓✔◆◇♦§\ue000-\uf8ff\u2013\u2014o-])[\s\u00a0]+/u;
  const NOMOR = /^[\s\u00a0]*\(?([0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)][\s\u00a0]+/;

  // The CSP refuses style attributes even in a document that is never shown: rename them before anything parses them.
  const tanpaGaya = (html) =>
    html
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<!\[[^\]>]*\]>/g, "")
      .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1\s*>/gi, "")
      .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, "$1data-gaya$2").replace(/\son[a-z]+\s*=/gi, " data-x="));

  const gaya = (unsur) => (unsur.getAttribute("data-gaya") || "").toLowerCase();

  function ganti(unsur, tag) {
    const baru = unsur.ownerDocument.createElement(tag);
    baru.append(...unsur.childNodes);
    unsur.replaceWith(baru);
    return baru;
  }

  function bungkusIsi(unsur, tag) {
    const baru = unsur.ownerDocument.createElement(tag);
    baru.append(...unsur.childNodes);
    unsur.append(baru);
  }

  // Bold and italic that are said by CSS; <b style="font-weight:normal"> around everything is no bold.
  function luruskanHuruf(badan) {
    for (const unsur of badan.querySelectorAll("[data-gaya]")) {
      const g = gaya(unsur);
      const biasa = /(?<![\w-])font-weight:\s*(normal|400)/.test(g);
      if (/^(B|STRONG)$/.test(unsur.tagName) && biasa) ganti(unsur, "span");
      else if (/^(SPAN|FONT)$/.test(unsur.tagName)) {
        if (/(?<![\w-])font-weight:\s*(bold|[6-9]00)/.test(g)) bungkusIsi(unsur, "strong");
        if (/(?<![\w-])font-style:\s*(italic|oblique)/.test(g)) bungkusIsi(unsur, "em");
      }
    }
    for (const judul of badan.querySelectorAll("h1,h2,h3,h4,h5,h6")) bungkusIsi(ganti(judul, "p"), "strong");
  }

  // The sign in front of an item of Word: text, and whether it counts.
  function tanda(p) {
    const abaikan = [...p.querySelectorAll("[data-gaya]")].find((u) => /mso-list:\s*ignore/.test(gaya(u)));
    if (abaikan) {
      const teks = abaikan.textContent.trim();
      abaikan.remove();
      return { bernomor: /^\(?[0-9a-zA-Z]{1,4}[.)]$/.test(teks) && teks !== "o", nomor: angka(teks) };
    }
    return null;
  }

  // The number that a sign says: of "2." and "(2)", not of "b.".
  const angka = (teks) => (/^\(?[0-9]{1,3}[.)]/.test(teks) ? Number(teks.match(/[0-9]+/)[0]) : null);

  function potongAwal(p, panjang) {
    const jalan = p.ownerDocument.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let sisa = panjang, n = jalan.nextNode(); n && sisa > 0; n = jalan.nextNode()) {
      const ambil = Math.min(sisa, n.data.length);
      n.data = n.data.slice(ambil);
      sisa -= ambil;
    }
  }

  // What kind of item a paragraph is, or null; its sign is taken away.
  function butir(p) {
    const g = gaya(p);
    const tingkat = Number((g.match(/mso-list:[^;]*level(\d)/) || [])[1] || 1);
    const dariWord = /mso-list:\s*l\d/.test(g) || /MsoListParagraph/.test(p.className);
    if (dariWord) {
      const t = tanda(p);
      if (t) return { ...t, tingkat };
    }
    const teks = p.textContent;
    const b = teks.match(BULATAN);
    if (b && (dariWord || b[1] !== "o")) {
      potongAwal(p, b[0].length);
      return { bernomor: false, tingkat };
    }
    const n = dariWord && teks.match(NOMOR);
    if (n) {
      potongAwal(p, n[0].length);
      return { bernomor: true, tingkat, nomor: angka(n[0].trim()) };
    }
    return null;
  }

  // Runs of such paragraphs become lists, by level.
  function susunDaftar(badan) {
    let jalur = []; // open lists, outermost first
    let akhir = null; // the node behind which the next item must stand
    const berikut = new Map(); // the number that a list would go on with
    for (const p of [...badan.querySelectorAll("p")]) {
      if (p.closest("li,td,th")) continue;
      const b = butir(p);
      if (!b) {
        jalur = [];
        continue;
      }
      let sebelum = p.previousSibling;
      while (sebelum && sebelum.nodeType === Node.TEXT_NODE && !sebelum.data.trim()) sebelum = sebelum.previousSibling;
      if (!jalur.length || sebelum !== akhir) jalur = [];
      while (jalur.length > b.tingkat) jalur.pop();
      const tag = b.bernomor ? "ol" : "ul";
      const kini = jalur.length === b.tingkat ? jalur.at(-1) : null;
      // Another kind of sign, or a number that does not count on, begins another list.
      if (kini && (kini.tagName.toLowerCase() !== tag || (b.nomor != null && berikut.get(kini) !== b.nomor))) jalur.pop();
      while (jalur.length < b.tingkat) {
        const daftar = p.ownerDocument.createElement(tag);
        const induk = jalur.at(-1);
        if (b.nomor != null && jalur.length === b.tingkat - 1) {
          daftar.setAttribute("start", b.nomor);
          berikut.set(daftar, b.nomor);
        }
        if (!induk) {
          p.before(daftar);
          akhir = daftar;
        } else {
          if (!induk.lastElementChild) induk.append(p.ownerDocument.createElement("li"));
          induk.lastElementChild.append(daftar);
        }
        jalur.push(daftar);
      }
      const li = p.ownerDocument.createElement("li");
      jalur.at(-1).append(li);
      berikut.set(jalur.at(-1), (berikut.get(jalur.at(-1)) ?? 1) + 1);
      li.append(p);
    }
  }

  // Raised and lowered digits have characters of their own: "km²" must not become "km2".
  const ANGKA_NAIK = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", SUB: "₀₁₂₃₄₅₆₇₈₉₊₋" };
  function naikkanAngka(badan) {
    for (const unsur of badan.querySelectorAll("sup,sub")) {
      const teks = unsur.textContent.trim().replaceAll("−", "-");
      if (/^[0-9+-]{1,6}$/.test(teks)) unsur.replaceWith([...teks].map((h) => ANGKA_NAIK[unsur.tagName]["0123456789+-".indexOf(h)]).join(""));
    }
  }

  const SIMPAN = new Set(["colspan", "rowspan", "start"]);

  window.bersihkanTempelan = (html) => {
    const badan = new DOMParser().parseFromString(tanpaGaya(html), "text/html").body;
    luruskanHuruf(badan);
    naikkanAngka(badan);
    susunDaftar(badan);
    for (const buang of badan.querySelectorAll("style,script,img,svg,object,iframe,meta,link,col,colgroup")) buang.remove();
    for (const unsur of badan.querySelectorAll("*")) {
      for (const { name } of [...unsur.attributes]) if (!SIMPAN.has(name)) unsur.removeAttribute(name);
    }
    return badan.innerHTML;
  };
})();
