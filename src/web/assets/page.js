// What only a script can do: say that there is news, let the keyboard walk the entries, and turn a list of days into a
// slider. Without it a page is complete.

const { live, cursor, narrowed } = document.body.dataset;
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
      const news = count === 1 ? "1 change is new" : `${count} changes are new`;
      // What is told is told of the whole story.
      const whatever = narrowed === undefined ? "" : " in the story, whatever the filters";
      button.textContent = `${news}${whatever}: show ${count === 1 ? "it" : "them"}`;
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
  // Moving it shows the day; letting go of it, or Enter, asks for it. Whatever else moves it (keys, wheels, assistive
  // technology) must not leave the page at once.
  let held = false;
  const go = () => {
    days.selectedIndex = last - slider.value;
    days.form.requestSubmit();
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("keydown", (event) => {
    held = false;
    if (event.key !== "Enter") return;
    event.preventDefault();
    go();
  });
  slider.addEventListener("pointerdown", () => {
    held = true;
  });
  slider.addEventListener("pointercancel", () => {
    held = false;
  });
  slider.addEventListener("change", () => {
    days.selectedIndex = last - slider.value;
    if (held) go();
    held = false;
  });
  tell();
  days.closest("label").hidden = true;
  // The slider asks by itself.
  days.form.querySelector(".back").hidden = true;
  days.form.prepend(label);
}

const keys = document.querySelector("#keys");
const showKeys = document.querySelector("#show-keys");
if (keys && showKeys) {
  showKeys.hidden = false;
  showKeys.addEventListener("click", () => keys.showModal());
}

// Which entry comes next: from the one that has the focus, while that is in sight, else from the first that is.
const stepFrom = (entries, step) => {
  const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  const at = entries.indexOf(document.activeElement?.closest(".entry"));
  if (at >= 0 && inView(entries[at].getBoundingClientRect())) {
    return Math.min(Math.max(at + step, 0), entries.length - 1);
  }
  const bars = 48;
  const first = entries.findIndex((entry) => entry.getBoundingClientRect().top >= bars);
  const from = first < 0 ? entries.length : first;
  return Math.min(Math.max(step > 0 ? from : from - 1, 0), entries.length - 1);
};

// At once: while it came into sight slowly, the next key would count from what is in sight still.
const show = (entry) => {
  entry?.focus({ preventScroll: true });
  entry?.scrollIntoView({ behavior: "instant", block: "nearest" });
};

document.addEventListener("keydown", (event) => {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input, select, textarea, dialog")
  )
    return;
  const entries = [...document.querySelectorAll(".entry")];
  if (event.key === "j") show(entries[stepFrom(entries, 1)]);
  else if (event.key === "k") show(entries[stepFrom(entries, -1)]);
  else if (event.key === "/") location.href = document.querySelector("#search")?.href ?? "/search";
  else if (event.key === "?") keys?.showModal();
  else return;
  event.preventDefault();
});
