import { z } from "zod";
import { codePointLength } from "../../domain/passage.ts";
import { digest } from "../content-key.ts";
import { refuse } from "../problems.ts";
import type { InputDocument, ReadEvent, Reading } from "../reading.ts";
import { htmlText } from "./html/paragraphs.ts";
import { asGroup, firstProblem, jsonOf, looseText } from "./json.ts";
import { makeArticle } from "./make-article.ts";
import { readParts } from "./parts.ts";
import { tidyLine, tidyText } from "./tidy-text.ts";
import { slideDate, TimelineDate } from "./timelinejs-date.ts";

const Text = z.object({ headline: looseText, text: looseText }).nullish();
const Media = z.object({ caption: looseText, credit: looseText }).nullish();

/** A slide (https://timeline.knightlab.com/docs/json-format.html); what only matters for showing it is passed over. */
const Slide = z.object({
  unique_id: looseText,
  start_date: TimelineDate.nullish(),
  end_date: TimelineDate.nullish(),
  text: Text,
  media: Media,
});

/** Longest description that is kept, in code points. */
const MAX_DESCRIPTION = 10_000;

/**
 * Reads TimelineJS3 JSON. The file itself is cited as an article without text; its title slide names the topic, and every other
 * slide is an event at the precision of its date. Of media, the caption and the credit are kept with the description.
 *
 * @throws DatelineError INVALID_ARTICLE for another form, such as that of version 2
 */
export function readTimelineJs(document: InputDocument): Reading {
  const { name } = document;
  const whole = asGroup(jsonOf(document));
  if (whole === undefined) return refuse(name, "not a TimelineJS3 file: it holds no group of fields");
  if (asGroup(whole["timeline"]) !== undefined) {
    return refuse(
      name,
      "this is the JSON of TimelineJS 2 (everything inside `timeline`, dates as texts such as 1963,8,9), which is not read; " +
        "bring it into the form of TimelineJS3 (`title` and `events`, dates as groups with year, month and day)",
    );
  }
  if (!Array.isArray(whole["events"])) return refuse(name, "not a TimelineJS3 file: it has no list `events`");

  const title =
    whole["title"] === undefined || whole["title"] === null
      ? undefined
      : slide(whole["title"], `${name}, title`);
  const headline = line(title?.text?.headline, name);
  const summary = described(title, `${name}, title`);
  // The same timeline after a change is another article on the same events.
  const timeline = document.url ?? headline ?? name;
  const article = makeArticle(
    {
      headline: headline ?? `Timeline ${name.replace(/^.*\//, "")}`,
      isReference: true,
      url: document.url,
      identity: ["timelinejs", timeline, digest(JSON.stringify(whole))],
    },
    name,
  );
  const seen = new Map<string, number>();
  const { read: events, problems } = readParts(whole["events"], (value: unknown, number): ReadEvent => {
    const at = `${name}, events[${number - 1}]`;
    const one = slide(value, at);
    const eventTitle = line(one.text?.headline, at) ?? shortLine(one.text?.text, at);
    if (eventTitle === undefined) return refuse(at, "has no headline; write one in `text.headline`");
    const when = slideDate(one.start_date ?? undefined, one.end_date ?? undefined, at);
    const own = one.unique_id === undefined ? [eventTitle, when ?? ""] : [one.unique_id];
    const before = seen.get(JSON.stringify(own)) ?? 0;
    seen.set(JSON.stringify(own), before + 1);
    return {
      at,
      identity: ["timelinejs", timeline, ...own, ...(before > 0 ? [String(before + 1)] : [])],
      title: eventTitle,
      when,
      description: described(one, at),
      participants: [],
    };
  });
  const [first] = problems;
  if (events.length === 0) refuse(first?.at ?? name, first?.message ?? "has no events");
  const item = {
    article: { ...article, headlineIsOurs: headline === undefined },
    events,
    topic: headline === undefined ? undefined : { title: headline, summary },
  };
  return { format: "timelinejs", items: [item], problems };
}

function slide(value: unknown, at: string): z.output<typeof Slide> {
  const parsed = Slide.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = firstProblem(parsed.error);
  return refuse(at, path === "" ? message : `\`${path}\`: ${message}`);
}

/** Line breaks in a headline are for looks. */
function line(html: string | undefined, at: string): string | undefined {
  const text = tidyLine(htmlText(html ?? "", at));
  return text === "" || codePointLength(text) > 500 ? undefined : text;
}

function shortLine(html: string | undefined, at: string): string | undefined {
  const text = line(html, at);
  return text !== undefined && codePointLength(text) <= 200 ? text : undefined;
}

function described(one: z.output<typeof Slide> | undefined, at: string): string | undefined {
  const caption = line(one?.media?.caption, at);
  const credit = line(one?.media?.credit, at);
  const media = [caption, credit && (caption ? `(${credit})` : credit)].filter(Boolean).join(" ");
  const text = tidyText([htmlText(one?.text?.text ?? "", at), media].join("\n\n"));
  return text === "" || codePointLength(text) > MAX_DESCRIPTION ? undefined : text;
}
