import { z } from "zod";
import { decodeChangeCursor } from "../domain/change-cursor.ts";
import { isDay } from "../domain/day.ts";
import { DatelineError } from "../domain/errors.ts";
import { parseFuzzyDate } from "../domain/fuzzy-date.ts";
import { ARTICLE_PARTS, EVENT_STATUSES } from "../domain/model.ts";
import { decodeNodeId } from "../domain/node-id.ts";
import { normalizeText } from "../domain/passage.ts";

/** The most pieces of evidence, names or other things in one list of an input. */
export const MOST_IN_LIST = 50;

/** A text of one line, without blanks around it. */
export function line(longest: number) {
  return z
    .string()
    .transform((text) => normalizeText(text).replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, "It is empty.")
        .max(longest, `It is longer than ${longest} characters.`)
        .refine((text) => !/\p{Cc}/u.test(text), "It has control characters in it."),
    );
}

/** A text of paragraphs, without blanks around it. */
export function paragraphs(longest: number) {
  return z
    .string()
    .transform((text) => normalizeText(text).trim())
    .pipe(z.string().min(1, "It is empty.").max(longest, `It is longer than ${longest} characters.`));
}

/** What may be left out, as null too. */
export function optional<Shape extends z.ZodType>(shape: Shape) {
  return shape.nullish().transform((value) => value ?? undefined);
}

/** What is taken away by null, and stays as it is where left out. */
export function erasable<Shape extends z.ZodType>(shape: Shape) {
  return shape.nullable().optional();
}

export const slug = z
  .string()
  .max(200)
  .regex(
    /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
    "A slug is made of lower-case letters and digits with hyphens between.",
  );

/** A slug that names something: whether it does is seen when it is looked for. */
export const reference = z.string().min(1, "It is empty.").max(300);

/** EDTF. */
export const edtf = readable((text) => parseFuzzyDate(text).edtf);

export const day = z.string().refine(isDay, "A day is written as YYYY-MM-DD.");

export const url = z
  .string()
  .max(2_000)
  .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), "It is no http or https address.");

export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, "It is no language tag (BCP 47) such as en or pt-BR.");

/** A person or an organization, by slug: one of the two. */
export const agentRef = z
  .object({ person: optional(reference), organization: optional(reference) })
  .transform(({ person, organization }, context) => {
    if (person !== undefined && organization === undefined) return { person };
    if (organization !== undefined && person === undefined) return { organization };
    context.addIssue({ code: "custom", message: "Give either `person` or `organization`." });
    return z.NEVER;
  });

const piece = {
  article: reference,
  part: optional(z.enum(ARTICLE_PARTS)),
  exact: optional(z.string().min(1, "It is empty.").max(10_000)),
  prefix: optional(z.string().max(1_000)),
  suffix: optional(z.string().max(1_000)),
  claimedBy: optional(z.array(agentRef).max(MOST_IN_LIST)),
  claimantAsWritten: optional(line(300)),
};

/** What supports a fact: a passage of an article, or an article that is cited as a whole. */
export const supporting = z.object(piece);

/** What disputes a fact, and may say what is so instead. */
export const disputing = z.object({
  ...piece,
  instead: optional(z.object({ status: optional(z.enum(EVENT_STATUSES)), date: optional(edtf) })),
});

/** Evidence of a new fact: at least one piece. */
export const evidenceList = z
  .array(supporting)
  .min(1, "A fact rests on a passage, or on an article that is cited: give at least one.")
  .max(MOST_IN_LIST);

export type SupportingInput = z.output<typeof supporting>;
export type DisputingInput = z.output<typeof disputing>;

/** A thing on record by its id: its type and key. */
export const node = readable((id) => {
  const { type, key } = decodeNodeId(id);
  return { type, key };
});
export type NodeInput = z.output<typeof node>;

/** A position in the log, as a revision says it. */
export const revision = optional(readable(decodeChangeCursor));

/** A text that is read by a function, which throws a DatelineError where it cannot be. */
function readable<T>(read: (text: string) => T) {
  return z.string().transform((text, context): T => {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof DatelineError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  });
}

/** What a mutation that touches one thing answers. */
export const NodeResult = z.object({ type: z.string(), key: z.string() });
export type NodeResult = z.output<typeof NodeResult>;
