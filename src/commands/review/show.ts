import { groupBy } from "../../domain/group-by.ts";
import { codePointLength, sliceCodePoints } from "../../domain/passage.ts";
import type { Proposal } from "../../domain/proposal.ts";
import type { Span } from "../../domain/span.ts";
import type { Draft } from "../../store/drafts.ts";
import { count, percent } from "../words.ts";
import { type Sameness, samenessLines } from "./same-as.ts";

/** Letters of a key that are shown: enough to tell drafts apart. */
const SHOWN_KEY = 8;
/** Code points of a passage in a list, and before and after it where it is shown in its text, at most. */
const LONGEST = 200;

/** Drafts as a list, grouped by article and numbered, with what they are the same as. */
export function draftList(drafts: readonly Draft[], sameness: Sameness): string {
  let number = 0;
  const width = String(drafts.length).length;
  const groups = [...groupBy(drafts, (draft) => draft.articleId).values()].map((group) => {
    const lines = group.map((draft) => {
      number++;
      const { key, kind, confidence, title, exact, rule } = draft;
      const head = `${String(number).padStart(width)}  ${key.slice(0, SHOWN_KEY)}  ${kind.padEnd(6)}  ${percent(confidence).padStart(5)}`;
      const below = [`“${shortened(exact)}” (${rule})`, ...samenessLines(sameness, key)];
      return [`${head}  ${title}`, ...below.map((line) => " ".repeat(width + 2) + line)].join("\n");
    });
    const { slug, headline } = group[0]?.article ?? { slug: "", headline: "" };
    return [`${slug}: ${headline} (${count(group.length, "draft")})`, ...lines].join("\n");
  });
  return groups.map((group) => `${group}\n`).join("\n");
}

/** Drafts for programs. */
export function draftsAsJson(drafts: readonly Draft[], sameness: Sameness): string {
  const all = drafts.map(
    ({ key, kind, state, method, rule, confidence, title, part, start, end, exact, ...rest }) => ({
      key,
      article: rest.article.slug,
      kind,
      title,
      confidence,
      method,
      rule,
      state,
      passage: { part, start, end, exact },
      proposal: rest.payload,
      sameAs: sameness.get(key)?.sameAs ?? null,
      suggestions: sameness.get(key)?.suggestions ?? [],
    }),
  );
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** A draft with its passage in the sentence around it, for somebody who decides about it. */
export function draftInContext(draft: Draft, body: string, sameness: Sameness): string {
  const { kind, confidence, rule, title, payload, article } = draft;
  return [
    `${kind} ${title}`,
    ...[...details(payload), ...samenessLines(sameness, draft.key)].map((detail) => `  ${detail}`),
    "",
    `  ${inContext(body, draft, payload.kind === "EVENT" ? payload.sentence : draft)}`,
    "",
    `  ${article.slug} · ${percent(confidence)} · ${rule}`,
    "",
  ].join("\n");
}

function details(proposal: Proposal): string[] {
  switch (proposal.kind) {
    case "PERSON": {
      const { aliases, roles } = proposal;
      const held = roles.map(({ title, organization }) =>
        [title, organization?.name].filter(Boolean).join(", "),
      );
      return [...told("also", aliases.join(", ")), ...told("role", held.join("; "))];
    }
    case "QUOTE": {
      const { speaker, speakerAsWritten, speakerFor, cue, relays, said } = proposal;
      const who = [speaker?.name ?? "nobody named", speakerAsWritten && `(“${speakerAsWritten}”)`];
      return [
        `speaker: ${[...who, speakerFor && `for ${speakerFor.name}`].filter(Boolean).join(" ")}`,
        ...told("cue", cue),
        ...told("passing on", relays?.name),
        ...told("said", said),
      ];
    }
    case "EVENT": {
      const { status, date, place, participants, claimedBy, claimantAsWritten } = proposal;
      const people = participants.map(({ agent, role }) => `${agent.name} (${role.toLowerCase()})`);
      const claimants = [...claimedBy.map((agent) => agent.name), claimantAsWritten ?? []].flat();
      return [
        `status: ${status.toLowerCase().replaceAll("_", " ")}, date: ${date ?? "none"}`,
        ...told("place", place),
        ...told("with", people.join(", ")),
        ...told("says who", claimants.join(", ")),
      ];
    }
  }
}

function told(name: string, value: string | null | undefined): string[] {
  return value ? [`${name}: ${value}`] : [];
}

/** The lines around a stretch of a text, with a passage in it marked; long ones are cut at a space. */
function inContext(body: string, passage: Span, around: Span): string {
  const from = Math.max(0, around.start - LONGEST);
  const before = sliceCodePoints(body, from, passage.start);
  const to = Math.max(passage.end, around.end) + LONGEST;
  const after = sliceCodePoints(body, passage.end, to);
  const lineBefore = before.slice(before.lastIndexOf("\n") + 1);
  const lineAfter = after.split("\n", 1).join("");
  const isCutBefore = from > 0 && lineBefore === before;
  const isCutAfter = lineAfter === after && to < codePointLength(body);
  return [
    isCutBefore ? lineBefore.replace(/^\S*/, "…") : lineBefore,
    `⟦${sliceCodePoints(body, passage.start, passage.end)}⟧`,
    isCutAfter ? lineAfter.replace(/\S*$/, "…") : lineAfter,
  ].join("");
}

function shortened(text: string): string {
  const line = text.replaceAll("\n", " ");
  const shown = sliceCodePoints(line, 0, LONGEST);
  return shown === line ? line : `${shown}…`;
}
