import type { HtmlEscapedString } from "hono/utils/html";
import type { Day } from "../domain/day.ts";
import { hrefOf, nameOf, type ThingResult } from "./things.ts";

/** The name of something, as a link where it has a page. */
export function ThingLink({
  thing,
  asOf,
  marked = null,
}: {
  readonly thing: ThingResult;
  readonly asOf: Day | null;
  /** Its name as HTML, with parts of it marked. */
  readonly marked?: HtmlEscapedString | null;
}) {
  const href = hrefOf(thing, asOf);
  const name = <bdi>{marked ?? nameOf(thing)}</bdi>;
  return href === null ? <span>{name}</span> : <a href={href}>{name}</a>;
}
