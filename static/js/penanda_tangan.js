// Says beside the choice of who signs whom the date names while it is being typed. Without this script the form says it
// once it is saved.
const places = [...document.querySelectorAll("[data-penanda-tangan]")];
const PAUSE = 400; // milliseconds
let waiting;

async function look(form) {
  const dates = ["tanggal", "tanggal_cetak"].map((name) => [name, form.elements[name]?.value ?? ""]);
  let words;
  try {
    const answer = await fetch(`${places[0].dataset.alamat}?${new URLSearchParams(dates)}`, { credentials: "same-origin" });
    if (answer.redirected || !answer.ok) return;
    words = await answer.json();
  } catch {
    return; // the line is down; the saved form says it
  }
  for (const place of places) {
    const word = words[place.dataset.penandaTangan];
    if (word && word !== place.textContent) place.textContent = word;
  }
}

const form = places[0]?.closest("form");
for (const name of ["tanggal", "tanggal_cetak"]) {
  form?.elements[name]?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE, form);
  });
}
