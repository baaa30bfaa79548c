import type { ParticipantDraft } from "../../../domain/draft.ts";
import type { Mention, Scene } from "./mention.ts";

/** Words of the text, given the positions of the first and last, without article or the like before them and without times. */
export function wordsBetween({ scene }: Mention, text: string, first: number, last: number): string {
  const { tokens } = scene.parsed;
  const [from, to] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  if (last < first) return "";
  let words = "";
  let at = from;
  for (const { start, end } of scene.times) {
    if (start < at || end > to) continue;
    words += text.slice(at, start).replace(BEFORE_TIME, "");
    at = end;
  }
  return `${words}${text.slice(at, to)}`
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s+(?:that|which|who)$/i, "")
    .replace(/^(?:(?:the|an?|this|that|another|his|her|its|their)\s+)?(?:last\s+|latest\s+)?/i, "")
    .replace(
      /^(?:year|month|week|company|firm|country|organi[sz]ation|group|club|team)['’]s\s+(?:own\s+)?(?=\S)/i,
      "",
    );
}

const BEFORE_TIME = /\s*\b(?:on|in|at|by|since|until|from|during|early|late)?\s*$/i;

/** Whether a word tells when. */
export function isTimeAt({ times, parsed: { tokens } }: Scene, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && times.some(({ start, end }) => start <= token.start && token.end <= end);
}

/** Surnames, and whole names of bodies. */
export function shortNames(participants: readonly ParticipantDraft[]): string[] {
  return participants.map(({ agent: { type, name } }) =>
    type === "PERSON" ? (name.split(" ").at(-1) ?? "") : name,
  );
}
