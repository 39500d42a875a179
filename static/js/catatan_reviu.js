// Opens the form of a note at its place, with the words of that part which are selected; without this the link leads to
// the same form on a page of its own.

const selectedIn = (link) => {
  const selection = document.getSelection();
  const part = link.closest("section");
  const within = selection.rangeCount && part && part.contains(selection.getRangeAt(0).startContainer);
  return within ? selection.toString().trim() : "";
};

const open = async (link) => {
  const address = new URL(link.href);
  const words = selectedIn(link);
  if (words) address.searchParams.set("kutipan", words.slice(0, 500));
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.getElementById("isian-catatan");
  if (!answer.ok || !form) {
    location.assign(address);
    return;
  }
  document.getElementById("isian-catatan")?.parentElement.remove();
  const box = document.createElement("div");
  box.className = "reviu-menulis";
  form.action = address;
  box.append(document.adoptNode(form));
  link.parentElement.append(box);
  box.querySelector("[data-batal]").addEventListener("click", (event) => {
    event.preventDefault();
    box.remove();
    link.focus();
  });
  box.querySelector("textarea").focus();
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-catat]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link).catch(() => location.assign(link.href));
});
