import { Column, getTableColumns, is, SQL, Subquery, Table } from "drizzle-orm";

/** What a query selects, by the names under which its rows have it. */
export interface Selection {
  readonly [name: string]: unknown;
}

/** Makes a value of a row from what the driver gives. */
type Decode = (value: unknown) => unknown;

/** A value of a row, in the order in which the statement gives them, or values under a name. */
type Shape = readonly (readonly [name: string, value: { readonly decode: Decode | null } | Shape])[];

/**
 * Makes rows from lists of values, as Drizzle does, by a function written for what is selected: Drizzle itself looks each
 * column of each row up anew, which takes longer than the statement. Of a left join, whose rows may lack a part, it knows
 * nothing.
 */
export function rowMaker<Row>(selection: Selection): (values: readonly unknown[]) => Row {
  const decoders: Decode[] = [];
  let at = 0;
  const literal = (shape: Shape): string =>
    `{${shape
      .map(([name, value]) => {
        if (!("decode" in value)) return `${JSON.stringify(name)}:${literal(value)}`;
        const raw = `values[${at++}]`;
        if (value.decode === null) return `${JSON.stringify(name)}:${raw}`;
        decoders.push(value.decode);
        return `${JSON.stringify(name)}:${raw}===null?null:decoders[${decoders.length - 1}](${raw})`;
      })
      .join()}}`;
  // The names are those of our own columns: nothing that was sent to us becomes code.
  const make = new Function("decoders", "values", `"use strict";return ${literal(shapeOf(selection))}`);
  return (values) => make(decoders, values);
}

function shapeOf(selection: Selection): Shape {
  return Object.entries(selection).map(([name, field]) => [name, fieldShape(name, field)]);
}

function fieldShape(name: string, field: unknown): Shape[number][1] {
  if (is(field, Column)) return { decode: decoding(field) };
  if (is(field, SQL)) return { decode: decoding(Reflect.get(field, "decoder")) };
  if (is(field, SQL.Aliased)) return { decode: decoding(Reflect.get(field.sql, "decoder")) };
  if (is(field, Table)) return shapeOf(getTableColumns(field));
  if (typeof field === "object" && field !== null && !is(field, Subquery)) return shapeOf({ ...field });
  throw new Error(`It is not known how to read ${name}.`);
}

/** How a column or an expression reads what the driver gives; null where it takes it as it is. */
function decoding(decoder: unknown): Decode | null {
  if (typeof decoder !== "object" || decoder === null || !("mapFromDriverValue" in decoder)) return null;
  const { mapFromDriverValue: decode } = decoder;
  if (typeof decode !== "function" || decode === Column.prototype.mapFromDriverValue) return null;
  return (value) => decode.call(decoder, value);
}
