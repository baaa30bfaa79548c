import { parseMarkup } from "./markup.ts";

/** Elements whose text is not part of what an article says. */
const LEFT_OUT = new Set([
  "aside",
  "audio",
  "button",
  "canvas",
  "datalist",
  "dialog",
  "embed",
  "figcaption",
  "footer",
  "form",
  "head",
  "iframe",
  "input",
  "math",
  "nav",
  "noscript",
  "object",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "video",
]);

/** Elements that stand in a line of text; any other begins a paragraph and ends one. */
const IN_LINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output picture " +
    "progress q rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr img"
  ).split(" "),
);

const ELEMENT = 1;
const TEXT = 3;

/** The text of a piece of HTML as paragraphs; `at` is what messages call it. */
export function htmlText(html: string, at: string): string {
  return paragraphText(parseMarkup(html, at).body);
}

/**
 * The text below a node: what readers see of it, as paragraphs with a blank line between. Two line breaks in a row part
 * paragraphs as well; one stays a line break.
 */
export function paragraphText(root: Node): string {
  const blocks: string[] = [];
  let block = "";
  const end = () => {
    const lines = block.split("\n").map((line) => line.replaceAll(/[ \t\f\r\u00a0]+/g, " ").trim());
    const text = lines.join("\n").trim();
    if (text !== "") blocks.push(text.replaceAll(/\n{2,}/g, "\n\n"));
    block = "";
  };
  const visit = (node: Node) => {
    if (node.nodeType === TEXT) {
      const data = node.textContent ?? "";
      block += isPreformatted(node) ? data : data.replaceAll("\n", " ");
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (node.nodeType !== ELEMENT || LEFT_OUT.has(name)) return;
    if (name === "br") {
      block += "\n";
      return;
    }
    const inLine = IN_LINE.has(name);
    if (!inLine) end();
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child);
    if (name === "td" || name === "th") block += " ";
    if (!inLine) end();
  };
  for (let child = root.firstChild; child !== null; child = child.nextSibling) visit(child);
  end();
  return blocks.join("\n\n");
}

function isPreformatted(node: Node): boolean {
  return node.parentNode?.nodeName === "PRE";
}
