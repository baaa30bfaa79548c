import { refuse } from "../problems.ts";
import type { Format, InputDocument } from "../reading.ts";
import { asGroup, jsonOf } from "./json.ts";

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

/**
 * The format of a document, by its content where that tells: an extension or a server may say less, or be wrong. What looks like
 * nothing else is Markdown by its name or plain text.
 *
 * @throws DatelineError INVALID_ARTICLE for JSON and XML of other kinds, and for what is no text
 */
export function detectFormat(document: InputDocument): Format {
  const { name, bytes, contentType = "" } = document;
  const extension = EXTENSIONS[extensionOf(name)];
  const start = beginning(bytes);
  if (/^[{[]/.test(start) && (extension === "json" || /json/i.test(contentType) || looksLikeJson(start))) {
    return jsonFormat(document);
  }
  if (extension === "json" || /[/+]json/i.test(contentType)) return jsonFormat(document);
  if (/^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype html|<html[\s>])/is.test(start)) return "html";
  if (/<(?:rss|feed|rdf:RDF)[\s>/]/.test(start) && start.startsWith("<")) return "feed";
  if (extension === "html" || /html/i.test(contentType)) return "html";
  if (extension === "xml" || start.startsWith("<?xml")) {
    refuse(`${name}:1`, "this XML is neither a feed (RSS, RDF, Atom) nor a page (XHTML)");
  }
  if (bytes.subarray(0, 8000).includes(0))
    refuse(name, "is no text; articles are read as text, HTML, JSON or XML");
  if (extension === "markdown" || /markdown/i.test(contentType)) return "markdown";
  return /^<[a-z!][^>]*>/i.test(start) ? "html" : "text";
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

/** Enough to see what it is; names of elements are ASCII in every encoding that feeds and pages have, UTF-16 aside. */
function beginning(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = isUtf16
    ? new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes.subarray(0, 4000))
    : Buffer.from(bytes.subarray(0, 4000)).toString("latin1").replace(/^ï»¿/, "");
  return text.trimStart();
}

function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name.replace(/[?#].*$/, ""))?.[1]?.toLowerCase() ?? "";
}
