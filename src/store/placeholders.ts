import { is, Param, Placeholder } from "drizzle-orm";
import type { Params } from "./engine.ts";

/** Fills the placeholders of a statement, in the order in which its driver takes values. */
export type Filler = (given: Params) => unknown[];

/**
 * Makes what fills the placeholders of one statement, so that only their values are looked at when it runs.
 *
 * @param params of a Drizzle query: values, and placeholders for those that are given later
 * @param encode makes of a value what the driver takes
 */
export function placeholderFiller(params: readonly unknown[], encode: (value: unknown) => unknown): Filler {
  const slots = params.map(slotOf);
  return (given) =>
    slots.map((slot) => {
      if (slot.name === null) return slot.value;
      const value = given[slot.name];
      if (value === undefined) throw new Error(`No value is given for "${slot.name}".`);
      return encode(slot.encode === null ? value : slot.encode(value));
    });
}

type Slot =
  | { readonly name: null; readonly value: unknown }
  | { readonly name: string; readonly encode: ((value: unknown) => unknown) | null };

function slotOf(param: unknown): Slot {
  if (is(param, Placeholder)) return { name: param.name, encode: null };
  if (!is(param, Param) || !is(param.value, Placeholder)) return { name: null, value: param };
  const { encoder, value } = param;
  return { name: value.name, encode: (given) => encoder.mapToDriverValue(given) };
}
