import type { Mention, Scene } from "./mention.ts";

/** Words of the text, given the positions of the first and last, without article or the like before them. */
export function wordsBetween({ scene }: Mention, text: string, first: number, last: number): string {
  const { tokens } = scene.parsed;
  if (last < first) return "";
  return text
    .slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0)
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:the|an?|this|that|another|his|her|its|their)\s+)?(?:last\s+|latest\s+)?/i, "");
}

/** Whether a word tells when. */
export function isTimeAt({ times, parsed: { tokens } }: Scene, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && times.some(({ start, end }) => start <= token.start && token.end <= end);
}
