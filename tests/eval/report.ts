import { groupBy } from "../../src/domain/group-by.ts";
import type { Judgement, Part } from "./score.ts";

const percent = (part: number, whole: number) =>
  (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1)).padStart(5);

/** Precision, recall and F1 of what was found, and how many of those found are right in each respect. */
export function scores(judgements: readonly Judgement[]): string[] {
  const of = (part: Part) => judgements.filter((one) => one.part === part);
  const found = (name: string, part: Part, right = of(part).filter((one) => one.right).length) => {
    const drafted = of(part).filter(({ confidence }) => confidence !== null).length;
    const wanted = of(part).filter((one) => one.right || one.confidence === null).length;
    const f1 = percent(2 * right, drafted + wanted);
    return `${name.padEnd(46)} P ${percent(right, drafted)}  R ${percent(right, wanted)}  F1 ${f1}   (${wanted} in gold)`;
  };
  const share = (name: string, part: Part) => {
    const right = of(part).filter((one) => one.right).length;
    return `${name.padEnd(46)}   ${percent(right, of(part).length)}   (${of(part).length})`;
  };
  const rightSpeakers = of("speakers").filter((one) => one.right).length;
  return [
    found("quotes found", "quotes"),
    found("quotes found and given to the right speaker", "quotes", rightSpeakers),
    found("people, full name", "people"),
    found("events found", "events"),
    share("quote kind, of those found", "kinds"),
    share("speaker, of those found", "speakers"),
    share("event status, of those found", "statuses"),
    share("event date, of those found", "dates"),
  ];
}

/** Parts whose drafts carry a confidence, and the judgement that it is about: a quote is right with the right speaker. */
const CALIBRATED: readonly { readonly name: string; readonly parts: readonly Part[] }[] = [
  { name: "people", parts: ["people"] },
  { name: "quotes with speaker", parts: ["speakers"] },
  { name: "events", parts: ["events"] },
];

const BANDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** For each band of confidence: how many drafts there are, what they claim on average and how many are right. */
export function calibration(judgements: readonly Judgement[]): string[] {
  const lines = ["confidence                  drafts  claimed  right"];
  for (const { name, parts } of CALIBRATED) {
    for (const [index, low] of BANDS.slice(0, -1).entries()) {
      const high = BANDS[index + 1] ?? 1;
      const inside = drafted(judgements, parts).filter(
        ({ confidence }) => confidence >= low && confidence < high,
      );
      if (inside.length === 0) continue;
      const claimed = inside.reduce((sum, { confidence }) => sum + confidence, 0);
      const right = inside.filter((one) => one.right).length;
      lines.push(
        `${name.padEnd(20)} ${low.toFixed(1)}-${Math.min(high, 1).toFixed(1)} ${String(inside.length).padStart(5)}   ${percent(claimed, inside.length)}  ${percent(right, inside.length)}`,
      );
    }
  }
  return lines;
}

/** Drafts of some parts, with those quotes that are none at all counted as wrong. */
function drafted(judgements: readonly Judgement[], parts: readonly Part[]) {
  return judgements.flatMap((one) => {
    const counts =
      parts.includes(one.part) || (parts.includes("speakers") && one.part === "quotes" && !one.right);
    return counts && one.confidence !== null ? [{ ...one, confidence: one.confidence }] : [];
  });
}

/** The errors that its confidence made least likely, then what was missed, of each part in turn. */
export function tellingErrors(judgements: readonly Judgement[], count: number): string[] {
  const wrong = judgements
    .filter(({ error }) => error !== null)
    .toSorted((one, other) => (other.confidence ?? 0) - (one.confidence ?? 0));
  const byPart = groupBy(wrong, ({ part }) => part);
  const told: string[] = [];
  for (let round = 0; told.length < count && round < wrong.length; round++) {
    for (const ofPart of byPart.values()) {
      const one = ofPart[round];
      if (one === undefined || told.length >= count) continue;
      const by = one.rule === null ? "" : ` (${one.rule}, ${one.confidence})`;
      told.push(`${one.document}: ${one.error}${by}`);
    }
  }
  return ["The most telling errors", ...told.map((error) => `  ${error}`)];
}
