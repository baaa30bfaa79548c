import { refuse } from "../problems.ts";
import type { Format, InputDocument } from "../reading.ts";
import { asGroup, jsonOf } from "./json.ts";
import { whyNotText } from "./not-text.ts";
import { beginningOf } from "./root-element.ts";
import { utf16Of } from "./text-encoding.ts";

/** Names of files that may hold what is read. */
const EXTENSIONS: Readonly<Record<string, Format | "json" | "xml">> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  xml: "xml",
  rss: "xml",
  atom: "xml",
  rdf: "xml",
  json: "json",
};

/** Whether a file in a folder is looked at, by its name. */
export function isKnownName(name: string): boolean {
  return extensionOf(name) in EXTENSIONS;
}

/** Elements that pieces of pages begin with. A text may begin with a word in such brackets too. */
const HTML_ELEMENT =
  /^(?:html|head|body|title|meta|link|base|script|style|article|section|main|header|nav|aside|figure|div|p|h[1-6]|span|a|b|i|em|strong|blockquote|ul|ol|dl|table|pre|img|br|hr|center|font)$/i;

/**
 * The format of a document, by its content where that tells: an extension or a server may say less, or be wrong. What looks like
 * nothing else is Markdown by its name or plain text.
 *
 * @throws DatelineError INVALID_ARTICLE for JSON and XML of other kinds, and for what is no text
 */
export function detectFormat(document: InputDocument): Format {
  const { name, bytes, contentType = "" } = document;
  const notText = whyNotText(bytes);
  if (notText !== undefined) refuse(name, notText);
  const extension = EXTENSIONS[extensionOf(name)];
  const start = beginning(bytes);
  const isJson = extension === "json" || /[/+]json/i.test(contentType);
  if (/^[{[]/.test(start) && (isJson || looksLikeJson(start))) return jsonFormat(document);

  const { doctype, element = "" } = beginningOf(start);
  if (doctype === "html" || /^html$/i.test(element)) return "html";
  if (/^(?:[\w.-]+:)?(?:rss|feed|RDF)$/.test(element)) return "feed";
  if (isJson) return jsonFormat(document);
  if (extension === "html" || /html/i.test(contentType)) return "html";
  if (extension === "xml" || start.startsWith("<?xml")) {
    refuse(`${name}:1`, "this XML is neither a feed (RSS, RDF, Atom) nor a page (XHTML)");
  }
  if (extension === "markdown" || /markdown/i.test(contentType)) return "markdown";
  return HTML_ELEMENT.test(element) ? "html" : "text";
}

function jsonFormat(document: InputDocument): Format {
  const whole = jsonOf(document);
  const [first] = Array.isArray(whole) ? whole : [whole];
  const group = asGroup(first);
  const has = (...names: readonly string[]) => names.some((name) => group?.[name] !== undefined);
  if (typeof group?.["version"] === "string" && /jsonfeed\.org/i.test(group["version"])) return "feed";
  if (has("uri") && (has(...NINJS) || /ninjs/i.test(String(asGroup(group?.["standard"])?.["name"]))))
    return "ninjs";
  if (asGroup(group?.["timeline"]) !== undefined) return "timelinejs";
  const slides = [group?.["title"], ...(Array.isArray(group?.["events"]) ? group["events"] : [])];
  const isSlide = (one: unknown) => asGroup(asGroup(one)?.["text"]) ?? asGroup(asGroup(one)?.["start_date"]);
  if (Array.isArray(group?.["events"]) && slides.some(isSlide)) return "timelinejs";
  return refuse(document.name, "this JSON is none that is read: JSON Feed, IPTC ninjs 2 or 3, TimelineJS3");
}

const NINJS = [
  "headlines",
  "bodies",
  "descriptions",
  "pubstatus",
  "pubStatus",
  "versioncreated",
  "versionCreated",
  "eventdetails",
  "eventDetails",
  "body_text",
  "body_xhtml",
  "body_html",
  "headline",
];

/** A text may begin with a bracket too: `[Update] The mayor …`. */
function looksLikeJson(start: string): boolean {
  return /^(?:\{\s*(?:"|\})|\[\s*(?:\{|\]))/.test(start);
}

/** How much is looked at, in bytes: some feeds begin with a long comment. */
const LOOKED_AT = 64 * 1024;

/** Enough to see what it is; names of elements are ASCII in every encoding that feeds and pages have, UTF-16 aside. */
function beginning(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  const start = bytes.subarray(0, LOOKED_AT);
  const text =
    utf16 !== undefined
      ? new TextDecoder(utf16).decode(start)
      : Buffer.from(start).toString("latin1").replace(/^ï»¿/, "");
  return text.trimStart();
}

function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name.replace(/[?#].*$/, ""))?.[1]?.toLowerCase() ?? "";
}
