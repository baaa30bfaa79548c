import type { Context } from "hono";

/** The fields of a form that was sent, files aside; of several of one name the last. */
export async function textFields(context: Context): Promise<Readonly<Record<string, string>>> {
  const fields = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** A field without the spaces around it; null where that is nothing. */
export function written(text: string | undefined): string | null {
  return text?.trim() || null;
}

/** The lines of a field that have something in them. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? "").split("\n").flatMap((line) => written(line) ?? []);
}
