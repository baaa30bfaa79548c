import { percentDecoded } from "../../domain/percent-decoded.ts";
import type { Ask } from "../ask.ts";
import { document } from "../document.ts";

const Find = document(`
  query DeskFind($slug: String!) { person(slug: $slug) { id slug } event(slug: $slug) { id slug } }
`);

/** The id of a person or an event by what an editor typed: a slug, or the address of the page. Null where there is none. */
export async function findTyped(ask: Ask, kind: "person" | "event", typed: string): Promise<string | null> {
  return (await ask(Find, { slug: slugIn(typed) }))[kind]?.id ?? null;
}

/** The slug in what may be the address of a page. */
export function slugIn(text: string | undefined): string {
  const path = (text ?? "").trim().replace(/[?#].*$/, "");
  const [, last] = /\/(?:people|events|articles)\/([^/]+)\/?$/.exec(path) ?? [];
  return last === undefined ? path : percentDecoded(last);
}
