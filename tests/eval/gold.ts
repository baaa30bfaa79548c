import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** A text with what people found in it. Spans count code points of the text, end exclusive. */
export interface GoldDocument {
  readonly name: string;
  readonly text: string;
  readonly published: string | null;
  readonly people: readonly { readonly name: string }[];
  readonly quotes: readonly GoldQuote[];
  readonly events: readonly GoldEvent[];
}

export type GoldQuote = z.infer<typeof Quote>;
export type GoldEvent = z.infer<typeof Event>;

const Quote = z.object({
  start: z.number(),
  end: z.number(),
  kind: z.enum(["DIRECT", "PARTIAL"]),
  speaker: z.string().nullable(),
  speakerType: z.enum(["PERSON", "GROUP", "UNKNOWN"]),
  speakerAsWritten: z.string().nullable(),
});

const Event = z.object({
  start: z.number(),
  end: z.number(),
  title: z.string(),
  status: z.string(),
  date: z.string().nullable(),
});

const Gold = z.object({
  published: z.string().nullable(),
  people: z.array(z.object({ name: z.string() })),
  quotes: z.array(Quote),
  events: z.array(Event),
});

/** Where the corpora are looked for: beside the project. */
export const CORPORA = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

/** The annotated texts of a folder, `NAME.txt` beside `NAME.json`; null where the folder is missing. */
export function readGold(folder: string): GoldDocument[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const name = file.slice(0, -".json".length);
      const text = readFileSync(join(folder, `${name}.txt`), "utf8");
      return { name, text, ...Gold.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))) };
    });
}
