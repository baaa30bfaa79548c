import { parseHTML } from "linkedom";
import { refuse } from "../../problems.ts";

/**
 * Up to so many elements, levels of them, and pieces of text between tags and entities a page is parsed. What comes after
 * takes time by the square of each, and calls itself for each level.
 */
const MAX_ELEMENTS = 25_000;
const MAX_DEPTH = 150;
const MAX_PIECES = 100_000;

/** Elements that have no end, or that end by themselves where the next begins. */
const NOT_NESTED = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dt dd option optgroup rb rt rp tr td th thead tbody tfoot body html head"
  ).split(" "),
);
/** Elements whose content is no markup. */
const RAW = new Set(["script", "style", "textarea", "title", "noscript", "xmp"]);

/**
 * Parses HTML, whole or a piece of it. Nothing in it is run or fetched.
 *
 * @param at what messages call it
 * @throws DatelineError INVALID_ARTICLE for more elements, or levels of them, than a page for readers has
 */
export function parseMarkup(html: string, at: string): Document {
  checkSize(html, at);
  const isWhole = /<html[\s>]/i.test(html);
  return parseHTML(isWhole ? html : `<!doctype html><html><body>${html}</body></html>`).document;
}

/** Counts without parsing. */
function checkSize(html: string, at: string): void {
  const signs = /<!--|&|<(\/?)([a-z][a-z0-9-]*)?/gi;
  let [pieces, elements, depth] = [0, 0, 0];
  for (let sign = signs.exec(html); sign !== null; sign = signs.exec(html)) {
    const [whole, slash, written = ""] = sign;
    const name = written.toLowerCase();
    if (++pieces > MAX_PIECES) refuse(at, `there are more than ${MAX_PIECES} tags and entities`);
    const rawEnd = whole === "<!--" ? "-->" : slash === "" && RAW.has(name) ? `</${name}` : undefined;
    if (rawEnd !== undefined) {
      const end = html.indexOf(rawEnd, signs.lastIndex);
      if (end < 0) return;
      signs.lastIndex = end + rawEnd.length;
    } else if (name !== "") {
      const end = html.indexOf(">", signs.lastIndex);
      if (end < 0) return;
      signs.lastIndex = end;
      if (slash === "") elements++;
      const nests = !NOT_NESTED.has(name) && html[end - 1] !== "/";
      if (nests) depth = Math.max(0, depth + (slash === "" ? 1 : -1));
      if (elements > MAX_ELEMENTS) refuse(at, `there are more than ${MAX_ELEMENTS} elements`);
      if (depth > MAX_DEPTH) refuse(at, `elements are nested more than ${MAX_DEPTH} deep`);
    }
  }
}
