// What is shown once can be printed and copied with a button; without this script the browser's own menu does.
for (const tombol of document.querySelectorAll("[data-cetak]")) {
  tombol.hidden = false;
  tombol.addEventListener("click", () => window.print());
}

const salin = document.querySelector("[data-tombol-salin]");
if (salin && navigator.clipboard) {
  salin.hidden = false;
  salin.addEventListener("click", async () => {
    const kabar = document.querySelector("[data-kabar-salin]");
    try {
      await navigator.clipboard.writeText(document.querySelector("[data-salin]").textContent);
      kabar.textContent = "Tautan tersalin.";
    } catch {
      kabar.textContent = "Tautan tidak dapat disalin otomatis. Pilih teksnya, lalu salin sendiri.";
    }
  });
}
