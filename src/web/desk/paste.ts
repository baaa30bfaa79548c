import { BODY_ACCESS } from "../../domain/model.ts";
import { slugOf } from "../../domain/slug.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";
import { written } from "./form.ts";
import { type Problem, problem, Refusals, whyNot } from "./refusal.ts";

const IngestArticle = document(
  `
  mutation IngestArticle($input: IngestArticleInput!) {
    ingestArticle(input: $input) { ...Refusals ... on IngestPayload { article { slug } } }
  }
`,
  [Refusals],
);

/** Fields of the form, by the parts of the input that they are. */
const FIELDS = {
  text: "text",
  html: "text",
  address: "address",
  topic: "newTopic",
  headline: "headline",
  source: "source",
  published: "published",
  url: "url",
  language: "language",
};

type Given = Readonly<Record<string, string>>;

/** Puts on record what an editor pasted, and drafts it. Answers the article's slug, or why it is not there. */
export async function paste(ask: Ask, given: Given): Promise<{ readonly slug: string } | Problem> {
  const text = written(given["text"])?.replaceAll("\r\n", "\n") ?? null;
  const address = written(given["address"]);
  if (text === null && address === null) return problem("Paste a text, or give an address.", "text");
  const topic = topicOf(given);
  if ("message" in topic) return topic;
  const input = {
    idempotencyKey: written(given["once"]) ?? "",
    ...(text === null ? { address } : isPage(text) ? { html: text } : { text }),
    topic: topic.topic,
    headline: written(given["headline"]),
    source: written(given["source"]),
    published: written(given["published"]),
    url: written(given["url"]),
    language: written(given["language"]),
    access: BODY_ACCESS.find((one) => one === given["access"]) ?? null,
  };
  const { ingestArticle } = await ask(IngestArticle, { input });
  const refused = whyNot(ingestArticle, FIELDS);
  if (refused !== null) return refused;
  const slug = "article" in ingestArticle ? ingestArticle.article?.slug : undefined;
  return slug === undefined ? problem("The article is not there any more.") : { slug };
}

function topicOf(
  given: Given,
): { readonly topic: { readonly slug: string; readonly title?: string } } | Problem {
  const title = written(given["newTopic"]);
  if (title !== null) {
    const slug = slugOf(title);
    if (slug === null) return problem("Give it a name with letters or digits in it.", "newTopic");
    return { topic: { slug, title } };
  }
  const slug = written(given["topic"]);
  return slug === null ? problem("Choose a topic, or name another below.", "topic") : { topic: { slug } };
}

/** A page's source, and not its text. */
function isPage(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body|<article|<main|<div|<p[\s>])/i.test(text);
}
