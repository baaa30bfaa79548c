import { z } from "zod";
import { BODY_ACCESS } from "../../domain/model.ts";
import { refuse, refuseProblems } from "../problems.ts";
import { bylineNames } from "./byline.ts";
import type { GivenArticle } from "./make-article.ts";
import { instant, language, listOf, text, url } from "./story/fields.ts";
import { didYouMean } from "./story/nearest.ts";
import { schemaProblems } from "./story/schema-problems.ts";
import { parseSource } from "./story/source-file.ts";
import { writtenDate } from "./written-date.ts";

const FENCE = /^---[ \t]*$/;

const date = z.string().transform((written, context) => {
  const found = writtenDate(written);
  if (found !== undefined) return found;
  context.addIssue({
    code: "custom",
    message: `${JSON.stringify(written)} is no date; write it as 2025-08-15, 2025-08 or 2025-08-15T17:20+02:00`,
  });
  return z.NEVER;
});

const name = text(500);

/** What may stand before a text. What writers of web pages call the same goes by those names too. */
const FrontMatter = z.object({
  headline: name.optional(),
  title: name.optional(),
  url: url.optional(),
  source: name.optional(),
  author: listOf(name).optional(),
  authors: listOf(name).optional(),
  published: date.optional(),
  date: date.optional(),
  retrieved: instant.optional(),
  language: language.optional(),
  lang: language.optional(),
  access: z.enum(BODY_ACCESS).optional(),
  rights: text(2000).optional(),
  syndicatedFrom: name.optional(),
});
const NAMES = Object.keys(FrontMatter.shape);

/** A text, and what its front matter says of it. */
export interface WithFrontMatter {
  readonly given: GivenArticle;
  readonly body: string;
  /** The line on which the body begins. */
  readonly line: number;
}

/**
 * Parts a text from the fields that stand before it between two lines `---`, if there are any.
 *
 * @throws DatelineError INVALID_STORY, naming line and reason, for a field that cannot be read; INVALID_ARTICLE where the
 *   fields do not end
 */
export function readFrontMatter(file: string, whole: string): WithFrontMatter {
  const lines = whole.split("\n");
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  const between = lines.slice(1, Math.max(end, 1));
  const isFence = FENCE.test(lines[0] ?? "");
  const isMeant = isFence && NAMES.includes(/^(\w+):/.exec(lines[1] ?? "")?.[1] ?? "");
  if (isMeant && end < 0) refuse(`${file}:1`, "front matter begins here, but no line --- ends it");
  const hasFields = isFence && end > 0 && (isMeant || between.every(isLineOfFields));
  if (!hasFields) return { given: {}, body: whole, line: 1 };

  // A blank line in place of the first fence keeps the line numbers.
  const source = parseSource(file, ["", ...between].join("\n"));
  if ("problems" in source) return refuseAll(source.problems);
  const parsed = FrontMatter.safeParse(source.file.value, { reportInput: true });
  if (!parsed.success) return refuseAll(schemaProblems(parsed.error, source.file));
  const fields = parsed.data;
  const given: GivenArticle = {
    headline: fields.headline ?? fields.title,
    url: fields.url,
    authors: [...(fields.authors ?? []), ...(fields.author ?? []).flatMap(writers)],
    published: fields.published ?? fields.date,
    retrieved: fields.retrieved,
    language: fields.language ?? fields.lang,
    access: fields.access,
    rights: fields.rights,
    syndicatedFrom: fields.syndicatedFrom,
    ...publisher(fields.source),
    notes: unknownNames(source.file.value),
  };
  return { given, body: lines.slice(end + 1).join("\n"), line: end + 2 };
}

/** "By Ada Li and Bo Ek" is two; what does not look like names is taken as it is given. */
function writers(author: string): string[] {
  const names = bylineNames(author);
  return names.length > 0 ? names : [author];
}

/** A publisher given as one text: its domain, where it looks like one, else its name. */
export function publisher(text: string | undefined): Pick<GivenArticle, "sourceName" | "sourceDomain"> {
  if (text === undefined) return {};
  const isDomain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(text);
  return isDomain ? { sourceDomain: text.replace(/^www\./, "") } : { sourceName: text };
}

/** A rule between paragraphs is no front matter, though it looks the same. */
function isLineOfFields(line: string): boolean {
  return line.trim() === "" || /^\s|^#|^-\s|^["']?[\w-]+["']?\s*:/.test(line) || /^[}\]]/.test(line);
}

function refuseAll(problems: Parameters<typeof refuseProblems>[0]): never {
  refuseProblems(problems);
  throw new Error("Front matter was refused without a reason.");
}

function unknownNames(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value)
    .filter((key) => !NAMES.includes(key))
    .map((key) => `\`${key}\` is not known here${didYouMean(key, NAMES)} and was left out`);
}
