// On a narrow screen the documents of the year scroll sideways: bring the current one into view.
// Without this script the list works all the same.
document.querySelector('.navigasi [aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
