import type { Problem } from "./refusal.ts";

/** What a form had in it that was refused, and why: it is shown again with both, so that nothing typed is lost. */
export interface Typed {
  /** Which form of the page it is. */
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problem: Problem;
}

/** The same where it is the form that is asked about; null for others. */
export function typedIn(typed: Typed | null, form: string): Typed | null {
  return typed?.form === form ? typed : null;
}
