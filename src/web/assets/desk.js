// What only a script can do at the desk: keys, the next draft without loading the whole page, and words taken from what is
// selected. Without it each of these is a link, a button or a field.

const main = document.querySelector("#main");
let busy = false;

/** Shows the page of an answer instead of this one, and keeps the text where it is, but for the passage that is looked at. */
async function swap(request, isBack = false) {
  if (busy) return;
  busy = true;
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(request);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const content = page.querySelector("#main");
    if (content?.querySelector(".review")) {
      document.title = page.title;
      if (!isBack && response.ok) history.pushState(null, "", response.url);
      main.replaceChildren(...content.childNodes);
      settle();
      // Said to those who do not see it: what was decided, or what went wrong, and then the draft that is next.
      (
        main.querySelector("[aria-invalid]") ??
        main.querySelector("#problem") ??
        main.querySelector("#draft-title")
      )?.focus({
        preventScroll: main.querySelector("[aria-invalid]") === null,
      });
    } else if (response.ok) {
      // Signed out meanwhile, or another page than one of this kind: whoever asked goes there.
      location.assign(response.url);
    } else {
      tell((page.querySelector("[role=alert]") ?? page.body).textContent.trim());
    }
  } catch {
    tell("The server could not be reached. Try again: nothing is done twice.");
  } finally {
    main.removeAttribute("aria-busy");
    busy = false;
  }
}

/** Says what went wrong above what is shown, which stays as it is, with all that was typed. */
function tell(problem) {
  const place = main.querySelector("#problem") ?? document.createElement("p");
  place.id = "problem";
  place.className = "problem";
  place.setAttribute("role", "alert");
  place.tabIndex = -1;
  place.textContent = problem.slice(0, 500);
  if (!place.isConnected) main.querySelector(".aside").prepend(place);
  place.focus();
}

/** Prepares what has just been shown. */
function settle() {
  for (const one of main.querySelectorAll("#draft-title, #problem")) one.tabIndex = -1;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  if (matchMedia("(min-width: 60rem)").matches) {
    main.querySelector("#here")?.scrollIntoView({ block: "center", behavior });
    return;
  }
  // The text is below: what has to be decided is where it was looked for, from its beginning.
  const aside = main.querySelector(".aside");
  const top = aside?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > innerHeight / 2) aside?.scrollIntoView({ block: "start", behavior });
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const link = event.target.closest("a[data-swap]");
  if (!link || !getSelection().isCollapsed) return;
  event.preventDefault();
  swap(link.href);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-swap]");
  if (!form) return;
  event.preventDefault();
  // As the browser itself would send it. The property `action` is the buttons of that name.
  const body = new URLSearchParams(new FormData(form, event.submitter));
  swap(new Request(form.getAttribute("action"), { method: "POST", body }));
});

addEventListener("popstate", () => swap(location.href, true));

/** Where a place in the text is, counted in code points; null outside of it. */
function placeOf(node, offset) {
  const paragraph = node.parentElement?.closest("#text [data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + [...before.toString()].length;
}

/** Opens the form for what was missed, with the words that are selected in the text. */
function addSelected() {
  const add = main.querySelector("#add");
  if (!add) return;
  const selection = getSelection();
  const words = selection.toString().trim();
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const start = range && words !== "" ? placeOf(range.startContainer, range.startOffset) : null;
  add.open = true;
  if (start !== null) {
    const lead = selection.toString().length - selection.toString().trimStart().length;
    add.querySelector("[name=words]").value = words;
    add.querySelector("[name=start]").value = start + lead;
    add.querySelector("[name=kind]").focus();
  } else {
    add.querySelector("[name=words]").focus();
  }
}

const keys = document.querySelector("#keys");
const showKeys = document.querySelector("#show-keys");
showKeys.hidden = false;
showKeys.addEventListener("click", () => keys.showModal());

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = event.target.closest("input:not([type=hidden]), select, textarea");
  if (field && event.key === "Escape") {
    field.blur();
    field.closest("details")?.removeAttribute("open");
    return;
  }
  if (field || event.target.closest("dialog")) return;
  if (event.key === "?") {
    keys.showModal();
  } else if (event.key === "n") {
    addSelected();
  } else {
    const named = [...main.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!named) return;
    if (event.repeat) return;
    named.click();
    if (event.key === "e")
      named.closest("details").querySelector("input:not([type=hidden]), textarea")?.focus();
  }
  event.preventDefault();
});

settle();
