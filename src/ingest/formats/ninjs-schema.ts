import { z } from "zod";
import { looseText } from "./json.ts";
import { tidyLine } from "./tidy-text.ts";

/** A list that may be missing; entries that are not what is looked for are passed over. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((one) => item.safeParse(one).success) : []),
    z.array(item),
  );
}

const text = z.object({ role: looseText, contenttype: looseText, value: z.string().min(1) });
const named = z.object({ name: z.string().transform(tidyLine).pipe(z.string().min(1).max(500)) });
const looseLine = looseText.transform((written) => (written && tidyLine(written)) || undefined);
const place = named.extend({
  contactinfo: listOf(z.object({ address: z.object({ locality: looseLine, country: looseText }) })),
});
const dates = z.object({
  startdate: looseText,
  enddate: looseText,
  expectedstartdate: looseText,
  expectedenddate: looseText,
});

/** The part of ninjs 2 and 3 that is used here, by its names in lower case. */
export const Ninjs = z.object({
  uri: z.string().trim().min(1),
  type: looseText,
  version: looseText,
  versioncreated: looseText,
  firstcreated: looseText,
  pubstatus: looseText,
  language: looseText,
  title: looseText,
  slugline: looseText,
  by: looseText,
  copyrightholder: looseText,
  copyrightnotice: looseText,
  headlines: listOf(text),
  descriptions: listOf(text),
  bodies: listOf(text),
  people: listOf(named),
  organisations: listOf(named),
  places: listOf(place),
  infosources: listOf(named),
  eventdetails: z
    .object({ eventstatus: looseText, dates: dates.nullish(), organiser: named.nullish().catch(undefined) })
    .nullish()
    .transform((details) => details ?? undefined),
});

/** See {@link Ninjs}. */
export type Ninjs = z.output<typeof Ninjs>;

/** A headline, description or body. */
export type NinjsText = z.output<typeof text>;

/** How deep names are looked for: associations hold items that hold associations. */
const MAX_DEPTH = 8;

/** The same value with the names of all fields in lower case: what ninjs 2 and 3 have in common. */
export function lowerCaseKeys(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => lowerCaseKeys(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.toLowerCase(), lowerCaseKeys(one, depth + 1)]),
  );
}
