// Looks again at work under way, at the address in data-poll, until its answer has no progress bar any more. With
// data-reload what came out stands elsewhere on the page, which is then read anew.
// Without this script the page has a link that does.
const place = document.querySelector("[data-poll]");
const PAUSE = 2000; // milliseconds

// Somebody may be filling in the next upload: do not take that away.
const typed = () => [...document.querySelectorAll("main textarea, main input[type=file]")].some((input) => input.value);

async function look() {
  let answer;
  try {
    answer = await fetch(place.dataset.poll, { credentials: "same-origin" });
  } catch {
    setTimeout(look, PAUSE); // the line is down; look again later
    return;
  }
  if (answer.redirected || !answer.ok) {
    location.reload(); // signed out meanwhile, or gone: the page itself says which
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
  if (fresh.querySelector("progress")) setTimeout(look, PAUSE);
  else if ("reload" in place.dataset && !typed()) {
    location.reload();
    return;
  }
  // The same words again would be read out again.
  if (fresh.textContent.trim() !== place.textContent.trim()) place.replaceChildren(...fresh.childNodes);
}

setTimeout(look, PAUSE);
