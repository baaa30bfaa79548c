// What only a script can do: say that there is news, let the keyboard walk the entries, and turn a list of days into a
// slider. Without it a page is complete.

const { live, cursor } = document.body.dataset;
if (live) {
  const button = document.querySelector("#live");
  let source;
  let latest = cursor;
  let count = 0;
  const query = `subscription ($topic: String, $since: String) { timelineChanged(topic: $topic, since: $since) { cursor } }`;
  const listen = () => {
    const variables = JSON.stringify({ topic: live, since: latest });
    source = new EventSource(`/graphql?${new URLSearchParams({ query, variables })}`);
    source.addEventListener("next", ({ data }) => {
      latest = JSON.parse(data).data?.timelineChanged.cursor ?? latest;
      count += 1;
      button.textContent = count === 1 ? "1 change is new: show it" : `${count} changes are new: show them`;
      button.hidden = false;
    });
  };
  button.addEventListener("click", () => {
    const search = new URLSearchParams(location.search);
    search.set("since", cursor);
    location.search = search;
  });
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) listen();
  });
  if (!document.hidden) listen();
}

// The days on which something was reported, as a slider instead of the menu that has them: latest first there, here last.
const days = document.querySelector(".filters select[name=asOf]");
if (days && days.options.length > 2) {
  const last = days.options.length - 1;
  const slider = document.createElement("input");
  slider.type = "range";
  slider.max = last;
  slider.value = last - days.selectedIndex;
  slider.id = "days";
  const label = document.createElement("label");
  label.className = "slider";
  label.append("As known on ", slider);
  const output = document.createElement("output");
  output.htmlFor = slider.id;
  label.append(output);
  const tell = () => {
    const { text } = days.options[last - slider.value];
    output.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };
  // Moving it shows the day; letting go, or Enter, asks for it. Keys move it, so that they must not leave the page at once.
  let byKey = false;
  const go = () => {
    days.selectedIndex = last - slider.value;
    days.form.requestSubmit();
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("keydown", (event) => {
    byKey = event.key !== "Enter";
    if (event.key !== "Enter") return;
    event.preventDefault();
    go();
  });
  slider.addEventListener("pointerdown", () => {
    byKey = false;
  });
  slider.addEventListener("change", () => {
    days.selectedIndex = last - slider.value;
    if (!byKey) go();
  });
  tell();
  days.closest("label").hidden = true;
  days.form.prepend(label);
}

const keys = document.querySelector("#keys");
const showKeys = document.querySelector("#show-keys");
if (keys && showKeys) {
  showKeys.hidden = false;
  showKeys.addEventListener("click", () => keys.showModal());
}

document.addEventListener("keydown", (event) => {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input, select, textarea, dialog")
  )
    return;
  const entries = [...document.querySelectorAll(".entry")];
  const at = entries.indexOf(document.activeElement?.closest(".entry"));
  if (event.key === "j") entries[Math.min(at + 1, entries.length - 1)]?.focus();
  else if (event.key === "k") entries[Math.max(at - 1, 0)]?.focus();
  else if (event.key === "/") location.href = "/search";
  else if (event.key === "?") keys?.showModal();
  else return;
  event.preventDefault();
});
