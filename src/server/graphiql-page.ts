/** A query that GraphiQL shows in a tab of its own. The tab is titled with the name of the operation. */
export interface ExampleTab {
  /** Shown as a comment above the query. */
  readonly name?: string;
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

const MARK =
  '<path d="M8 4v24M15 8h13M15 16h9M15 24h13" stroke="#c2410c" stroke-width="3" stroke-linecap="round"/>' +
  '<path d="M8 8h0M8 16h0M8 24h0" stroke="#c2410c" stroke-width="6" stroke-linecap="round"/>';
const SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"';

/**
 * With several tabs from the start, GraphiQL leaves a stale offset on all but the last, and hides it until a tab has
 * the focus: pressed with the mouse, the tab jumps away, and the click misses it.
 */
const TABS_STAY = "<style>.graphiql-tab { transform: none !important }</style>";

/**
 * Renders GraphiQL as one page that loads nothing from anywhere. The package that holds it has nine megabytes, so it
 * is loaded only here.
 *
 * The tabs go in as `defaultTabs`, which GraphiQL shows when its storage holds no tabs yet: afterwards a visitor finds
 * their own. Two things need a storage of ours. Its key in localStorage is the same for each GraphiQL on an origin, and
 * localhost:4000 is where many have run; and it fills the first tab's variables from storage only, not from the tab.
 */
export async function renderGraphiqlPage(tabs: readonly ExampleTab[]): Promise<string> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const options = {
    title: "Dateline",
    logo: `<svg ${SVG} width="28" height="28" aria-hidden="true">${MARK}</svg>`,
    favicon: `data:image/svg+xml,${encodeURIComponent(`<svg ${SVG}>${MARK}</svg>`)}`,
    shouldPersistHeaders: false,
    defaultTabs: tabs.map(({ name, query, variables = "" }) => ({
      query: name === undefined ? query : `# ${name.replaceAll("\n", " ")}\n${query}`,
      variables,
      headers: "",
    })),
  };
  const page = renderGraphiQL(options).replace("</head>", `${TABS_STAY}</head>`);
  const printed = JSON.stringify(options);
  const at = page.lastIndexOf(printed);
  if (at === -1) throw new Error("GraphiQL's page does not hold its options as JSON any more");
  const props = `Object.assign(${scriptSafe(printed)}, { storage: ${storage(tabs[0]?.variables)} })`;
  return page.slice(0, at) + props + page.slice(at + printed.length);
}

/** The source of a Storage that keeps to keys of its own, and starts out with the first tab's variables. */
function storage(variables = ""): string {
  return `((prefix, variables) => {
  const own = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    getItem(key) {
      const first = key === "graphiql:variables" && localStorage.getItem(prefix + "graphiql:tabState") === null;
      return localStorage.getItem(prefix + key) ?? (first ? variables : null);
    },
    setItem: (key, value) => localStorage.setItem(prefix + key, value),
    removeItem: (key) => localStorage.removeItem(prefix + key),
    clear: () => own().forEach((key) => localStorage.removeItem(key)),
    get length() { return own().length; },
  };
})("dateline:", ${scriptSafe(JSON.stringify(variables))})`;
}

/** JSON that cannot end the script element it stands in. */
function scriptSafe(json: string): string {
  return json.replaceAll("<", "\\u003c");
}
