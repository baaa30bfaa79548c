import type { Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as plainText } from "mdast-util-to-string";
import { refuse } from "../problems.ts";
import type { InputDocument, Reading } from "../reading.ts";
import { readFrontMatter } from "./front-matter.ts";
import { headlineAndBody, oneArticle, textOf } from "./text.ts";

/** Quotations and lists that are nested deeper than this are no text for readers. */
const MAX_DEPTH = 50;
/** Parsing takes time by the square of each. */
const MAX_LINES = 10_000;
const MAX_SIGNS = 20_000;

/**
 * Reads Markdown (CommonMark), with or without front matter, into plain paragraphs: one for each block, headings and list
 * entries too; of a link its text, of a picture nothing. The first heading of the first level is the headline where front
 * matter gives none; without either, the first line is, as in plain text.
 */
export function readMarkdown(document: InputDocument): Reading {
  const { given, body, line } = readFrontMatter(document.name, textOf(document));
  checkSize(document.name, body, line);
  const blocks = fromMarkdown(body).children;
  if (given.headline !== undefined)
    return oneArticle("markdown", document, given, { body: textOfBlocks(blocks) }, line);

  const title = blocks.find((block) => block.type === "heading" && block.depth === 1);
  const parts = title
    ? { headline: inline(title), body: textOfBlocks(blocks.filter((block) => block !== title)) }
    : headlineAndBody(textOfBlocks(blocks));
  return oneArticle("markdown", document, given, parts, line);
}

function checkSize(name: string, body: string, firstLine: number): void {
  const lines = body.split("\n");
  const signs = body.match(/[*_[\]`~!<&]/g)?.length ?? 0;
  const tooMany =
    lines.length > MAX_LINES
      ? `${MAX_LINES} lines`
      : signs > MAX_SIGNS
        ? `${MAX_SIGNS} signs of emphasis, links and the like`
        : undefined;
  if (tooMany !== undefined) {
    refuse(name, `there are more than ${tooMany}; split it, or read it as it stands (--format text)`);
  }
  const deep = lines.findIndex((one) => depthOf(one) > MAX_DEPTH);
  if (deep >= 0)
    refuse(`${name}:${firstLine + deep}`, `lists or quotations are nested more than ${MAX_DEPTH} deep`);
}

const SIGNS = />|(?:[*+-]|\d{1,9}[.)])(?=\s|$)/g;
const BEGINNING = new RegExp(`^(\\s*)((?:(?:${SIGNS.source})\\s*)*)`);

/** How deep a line may be nested: by the signs at its beginning, and by how far those of a list are indented. */
function depthOf(line: string): number {
  const [, indent = "", signs = ""] = BEGINNING.exec(line) ?? [];
  const depth = signs.match(SIGNS)?.length ?? 0;
  // An entry is indented by two columns and more, a tab is four.
  return depth === 0 ? 0 : depth + indent.replaceAll("\t", "    ").length / 2;
}

function textOfBlocks(blocks: readonly RootContent[]): string {
  return blocks.flatMap(paragraphs).join("\n\n");
}

function paragraphs(block: RootContent): string[] {
  switch (block.type) {
    case "list":
    case "listItem":
    case "blockquote":
      return block.children.flatMap(paragraphs);
    case "paragraph":
    case "heading":
      return [inline(block)];
    case "code":
      return [block.value];
    default:
      return [];
  }
}

/** Lines of a paragraph run on; a hard line break stays. */
function inline(block: Nodes): string {
  if (block.type === "break") return "\n";
  if (block.type === "html" || block.type === "image" || block.type === "imageReference") return "";
  if ("children" in block) return block.children.map(inline).join("");
  return plainText(block).replaceAll("\n", " ");
}
