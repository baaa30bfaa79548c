import { parseHTML } from "linkedom";
import { refuse } from "../../problems.ts";
import { countSigns } from "./count-signs.ts";

/** What is parsed, at most: pages for readers have a tenth of it. */
const MOST = { elements: 25_000, attributes: 200_000, pieces: 100_000 };
/** Levels of elements: what comes after parsing calls itself for each. */
const MAX_DEPTH = 250;
/**
 * What comes after parsing looks at each text once for each element around it. So many characters, each times its depth, take
 * two seconds or so.
 */
const MAX_WORK = 50_000_000;

/**
 * Parses HTML, whole or a piece of it. Nothing in it is run or fetched.
 *
 * @param at what messages call it
 * @throws DatelineError INVALID_ARTICLE for more elements, or levels of them, than a page for readers has
 */
export function parseMarkup(html: string, at: string): Document {
  const found = countSigns(html, MOST);
  if (found.elements > MOST.elements) refuse(at, `there are more than ${MOST.elements} elements`);
  if (found.attributes > MOST.attributes) refuse(at, `there are more than ${MOST.attributes} attributes`);
  if (found.pieces > MOST.pieces) refuse(at, `there are more than ${MOST.pieces} tags and entities`);
  const isWhole = /<html[\s>]/i.test(html);
  const { document } = parseHTML(isWhole ? html : `<!doctype html><html><body>${html}</body></html>`);
  checkTree(document, at);
  return document;
}

/** Goes through all nodes without calling itself. End tags of paragraphs make elements too where none began. */
function checkTree(document: Document, at: string): void {
  let [elements, depth, work] = [0, 0, 0];
  // A document type has no sibling here, so that each child of the document is gone through by itself.
  for (const root of document.childNodes) {
    let node: Node | null = root;
    while (node !== null) {
      work += (depth + 1) * (node.nodeType === TEXT ? (node.nodeValue?.length ?? 0) : NODE);
      if (node.nodeType === ELEMENT) elements++;
      if (elements > MOST.elements) refuse(at, `there are more than ${MOST.elements} elements`);
      if (depth > MAX_DEPTH) refuse(at, `elements are nested more than ${MAX_DEPTH} deep`);
      if (work > MAX_WORK) refuse(at, "there is too much text in too many levels of elements");
      const child: Node | null = node.firstChild;
      if (child !== null) {
        node = child;
        depth++;
        continue;
      }
      while (node !== null && node !== root && node.nextSibling === null) {
        node = node.parentNode;
        depth--;
      }
      node = node === root ? null : (node?.nextSibling ?? null);
    }
    depth = 0;
  }
}

const ELEMENT = 1;
const TEXT = 3;
/** What a node that is no text takes, in characters. */
const NODE = 10;
