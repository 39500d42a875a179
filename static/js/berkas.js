// Looks again at a PDF in the making until it is there or has failed. Without this script the page has a link that does.
const wadah = document.getElementById("keadaan-berkas");
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
    location.reload(); // signed out meanwhile, or gone: the page itself says which
    return;
  }
  const baru = new DOMParser().parseFromString(await jawaban.text(), "text/html").body;
  if (baru.textContent.trim() !== wadah.textContent.trim()) wadah.replaceChildren(...baru.childNodes);
  if (wadah.querySelector("[data-muat-ulang]")) location.reload(); // what came out fills the page
  else if (!wadah.querySelector("[data-selesai]")) setTimeout(periksa, JEDA);
}

setTimeout(periksa, JEDA);
