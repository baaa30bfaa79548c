import { GraphQLError } from "graphql";
import { isDay } from "../domain/day.ts";
import { parseFuzzyDate } from "../domain/fuzzy-date.ts";
import { builder } from "./builder.ts";

builder.scalarType("EDTF", {
  description:
    "A date as well as it is known, in the Extended Date/Time Format of ISO 8601-2: `2025-08`, `2025-11-22~` (about), `2025-10-20/2025-10-31` (an interval), `2025-10/..` (open).",
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  serialize: (value) => value,
  parseValue: (value) => parseFuzzyDate(text("EDTF", value)).edtf,
});

builder.scalarType("Date", {
  description: "A full date, `YYYY-MM-DD`.",
  serialize: (value) => value,
  parseValue(value) {
    const day = text("Date", value);
    if (!isDay(day)) throw new GraphQLError(`"${day.slice(0, 60)}" is not a date: write it as YYYY-MM-DD.`);
    return day;
  },
});

builder.scalarType("DateTime", {
  description: "A date and time in UTC, as in RFC 3339: `2025-11-23T00:00:00.000Z`.",
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    const instant = new Date(text("DateTime", value));
    if (Number.isNaN(instant.getTime())) throw new GraphQLError("Not a date and time as in RFC 3339.");
    return instant;
  },
});

builder.scalarType("URL", {
  description: "An address on the web, http or https.",
  serialize: (value) => value,
  parseValue(value) {
    const url = text("URL", value);
    if (!/^https?:/.test(url) || !URL.canParse(url)) throw new GraphQLError("Not an http or https address.");
    return url;
  },
});

builder.scalarType("JSON", {
  description: "Whatever JSON can hold: rows of the record, as they are kept.",
  serialize: (value) => value,
});

function text(scalar: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw new GraphQLError(`A ${scalar} is written as a text.`);
}
