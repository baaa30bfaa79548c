import type { TimeRule } from "./time-rule.ts";

/** Words that the pattern of a rule matches. */
export interface Match {
  readonly rule: TimeRule;
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly end: number;
}

/** What the rules match, in order of where it begins, the longest first. */
export function matchesIn(words: string, rules: readonly TimeRule[]): Match[] {
  const matches: Match[] = [];
  for (const rule of rules) {
    // Not by `matchAll`, which copies the pattern each time.
    const { pattern } = rule;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
      matches.push({ rule, match, start: match.index, end: pattern.lastIndex });
    }
  }
  return matches.sort((one, other) => one.start - other.start || other.end - one.end);
}
