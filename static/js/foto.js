// Looks again at uploads under way; when none is left, the page is read anew with the photos in it.
// Without this script the page has a link that does.
(() => {
  const wadah = document.getElementById("foto-masuk");
  const JEDA = 2000; // milliseconds

  async function periksa() {
    let jawaban;
    try {
      jawaban = await fetch(wadah.dataset.alamat, { credentials: "same-origin" });
    } catch {
      setTimeout(periksa, JEDA); // the line is down; look again later
      return;
    }
    if (jawaban.redirected || !jawaban.ok) {
      location.reload(); // signed out meanwhile: the page itself says so
      return;
    }
    const baru = new DOMParser().parseFromString(await jawaban.text(), "text/html").body;
    if (!baru.querySelector("progress")) {
      // Somebody may be filling in the next upload: do not take that away.
      const berisi = [...document.querySelectorAll(".unggah textarea, .unggah input[type=file]")].some((i) => i.value);
      if (!berisi) {
        location.reload();
        return;
      }
    } else setTimeout(periksa, JEDA);
    if (baru.textContent.trim() !== wadah.textContent.trim()) wadah.replaceChildren(...baru.childNodes);
  }

  setTimeout(periksa, JEDA);
})();
