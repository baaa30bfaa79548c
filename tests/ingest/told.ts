import { z } from "zod";
import type { Readers } from "../../src/store/readers.ts";
import { ask } from "../support/graphql.ts";

const Cited = z.object({
  exact: z.string().nullable(),
  prefix: z.string().nullable(),
  suffix: z.string().nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  revision: z.number(),
  anchor: z.string(),
  currentStart: z.number().nullable(),
  currentEnd: z.number().nullable(),
});
const Told = z.object({
  headline: z.string(),
  body: z.string().nullable(),
  revision: z.number(),
  retrievedAt: z.string(),
  state: z.string(),
  revisions: z.array(z.object({ number: z.number(), headline: z.string(), body: z.string().nullable() })),
  evidence: z.array(Cited),
});

/** An article as the API gives it. */
export async function told(store: Readers, slug = "a", asOf: string | null = null) {
  const query = `query ($slug: String!, $asOf: Date) { article(slug: $slug, asOf: $asOf) {
    headline body revision retrievedAt state revisions { number headline body }
    evidence { exact prefix suffix start end revision anchor currentStart currentEnd } } }`;
  const { article: found } = z.object({ article: Told }).parse(await ask(store, query, { slug, asOf }));
  return found;
}
