// What only a script can do: say that there is news, and let the keyboard walk the entries. Without it a page is complete.

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

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea"))
    return;
  const entries = [...document.querySelectorAll(".entry")];
  const at = entries.indexOf(document.activeElement?.closest(".entry"));
  if (event.key === "j") entries[Math.min(at + 1, entries.length - 1)]?.focus();
  else if (event.key === "k") entries[Math.max(at - 1, 0)]?.focus();
  else if (event.key === "/") location.href = "/search";
  else return;
  event.preventDefault();
});
