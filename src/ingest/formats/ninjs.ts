import { refuse } from "../problems.ts";
import type { InputDocument, ReadItem, Reading } from "../reading.ts";
import { bylineNames } from "./byline.ts";
import { htmlText } from "./html/paragraphs.ts";
import { asGroup, firstProblem, jsonOf } from "./json.ts";
import { makeArticle } from "./make-article.ts";
import { readNinjsEvent } from "./ninjs-event.ts";
import { lowerCaseKeys, Ninjs, type NinjsText } from "./ninjs-schema.ts";
import { readParts } from "./parts.ts";
import { tidyLine, tidyText } from "./tidy-text.ts";

/**
 * Reads IPTC ninjs 2 (names in lower case) and 3 (camel case), https://iptc.org/standards/ninjs/: one item or a list of
 * them. An item of type `event`, or with event details, is an event and the article that tells of it.
 *
 * @throws DatelineError INVALID_ARTICLE for anything else, ninjs 1 included
 */
export function readNinjs(document: InputDocument): Reading {
  const whole = jsonOf(document);
  const isList = Array.isArray(whole);
  const { read, problems } = readParts(isList ? whole : [whole], (value: unknown, number) =>
    readItem(value, isList ? `${document.name}, item ${number}` : document.name, document),
  );
  const [only] = problems;
  if (!isList && only !== undefined) refuse(only.at, only.message);
  return { format: "ninjs", items: read, problems };
}

function readItem(value: unknown, at: string, document: InputDocument): ReadItem {
  const group = asGroup(lowerCaseKeys(value));
  if (group === undefined) return refuse(at, "not a ninjs item: it holds no group of fields");
  if (
    ["body_text", "body_xhtml", "body_html", "headline", "description_text"].some((name) => name in group)
  ) {
    return refuse(
      at,
      "this is ninjs 1 (`headline`, `body_text`), which is not read; ask for ninjs 2 or 3 (`headlines`, `bodies`)",
    );
  }
  const parsed = Ninjs.safeParse(group);
  if (!parsed.success) {
    const { path, message } = firstProblem(parsed.error);
    return refuse(at, `not ninjs 2 or 3: \`${path}\`: ${message}`);
  }
  const item = parsed.data;
  if (item.pubstatus !== undefined && item.pubstatus !== "usable") {
    return refuse(at, `its publication status is ${item.pubstatus}: it must not be used`);
  }
  const isEvent = item.type === "event" || item.eventdetails !== undefined;
  if (!isEvent && item.type !== undefined && !["text", "composite", "component"].includes(item.type)) {
    return refuse(at, `is of type ${item.type}; articles (text) and events are read`);
  }
  const headline =
    item.headlines.find(({ role }) => role === undefined || role === "main") ?? item.headlines[0];
  const title = tidyLine(headline?.value ?? item.title ?? item.slugline ?? "");
  const body = textOf(item.bodies, at) ?? textOf(item.descriptions, at);
  const version = [item.version, item.versioncreated].map((one) => one ?? "");
  const article = makeArticle(
    {
      headline: title,
      body: body?.startsWith(`${title}\n`) ? body.slice(title.length) : body,
      isReference: isEvent,
      url: document.url,
      // Each version of an event is a report of its own: what was planned then, and what is planned now.
      identity: isEvent ? ["ninjs", item.uri, ...version] : ["ninjs", item.uri],
      authors: bylineNames(item.by ?? ""),
      sourceName: item.copyrightholder ?? item.infosources[0]?.name,
      language: item.language,
      published: item.versioncreated ?? item.firstcreated,
      rights: item.copyrightnotice,
    },
    at,
  );
  if (!isEvent) return { article, events: [] };
  const { event, notes } = readNinjsEvent(item, article.headline, at);
  return { article: { ...article, notes: [...article.notes, ...notes] }, events: [event] };
}

/** A text longer than this that stands on one line, in UTF-16 units, has lost its paragraphs. */
const LONG_LINE = 1000;

/**
 * Plain text before HTML, whose marks for quotations would be lost. Lines of it are paragraphs where no blank lines part
 * them. Other forms, such as NITF, are passed over.
 */
function textOf(texts: readonly NinjsText[], at: string): string | undefined {
  const looksLikeHtml = (value: string) => /<\w+[^>]*>/.test(value);
  const html = texts.find(({ contenttype, value }) =>
    contenttype === undefined ? looksLikeHtml(value) : /html/i.test(contenttype),
  );
  const plain = texts.find(({ contenttype, value }) =>
    contenttype === undefined ? !looksLikeHtml(value) : /^text\/plain/i.test(contenttype),
  );
  const lines = plain === undefined ? "" : tidyText(plain.value);
  const isWhole = lines.includes("\n") || lines.length <= LONG_LINE || html === undefined;
  if (lines !== "" && isWhole) return lines.includes("\n\n") ? lines : lines.replaceAll("\n", "\n\n");
  const text = tidyText(html === undefined ? "" : htmlText(html.value, at));
  return text === "" ? undefined : text;
}
