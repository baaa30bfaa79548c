import { displayFuzzyDate } from "../../domain/date-display.ts";
import { parseFuzzyDate } from "../../domain/fuzzy-date.ts";
import { builder } from "../builder.ts";
import { DatePrecisionEnum } from "../enums.ts";

/** A value object, resolved from the domain's own. */
export const FuzzyDateType = builder.simpleObject(
  "FuzzyDate",
  {
    description: "A date as well as it is known, with the days it may mean.",
    fields: (t) => ({
      edtf: t.field({ type: "EDTF", description: "As recorded, in EDTF." }),
      earliest: t.field({
        type: "Date",
        nullable: true,
        description: "The first day it may mean; null: open.",
      }),
      latest: t.field({ type: "Date", nullable: true, description: "The last day it may mean; null: open." }),
      precision: t.field({ type: DatePrecisionEnum, description: "How precisely it is known." }),
      approximate: t.boolean({ description: "Whether it is meant as about then (`~`)." }),
      uncertain: t.boolean({ description: "Whether it is in doubt (`?`)." }),
      time: t.string({ nullable: true, description: "The time of day as written, `14:30:00`." }),
    }),
  },
  (t) => ({
    display: t.string({
      description: "The date in words, such as `about 22 November 2025`.",
      args: {
        locale: t.arg.string({ defaultValue: "en", description: "A BCP 47 language tag." }),
      },
      resolve: ({ edtf }, { locale }) => displayFuzzyDate(parseFuzzyDate(edtf), locale ?? "en"),
    }),
  }),
);
