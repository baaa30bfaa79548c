import { wordSet } from "./word-set.ts";

/** Verbs, as base forms, by which somebody takes a stance: “expressed interest in”. */
export const STANCE_VERBS = wordSet("express voice show signal convey state declare indicate");

/** What is expressed by them. */
export const STANCES = wordSet(
  `interest hope hopes concern concerns support confidence doubt doubts regret optimism willingness readiness desire
  fear fears belief opposition commitment intention skepticism scepticism frustration satisfaction dismay alarm
  solidarity sympathy outrage disappointment gratitude surprise openness preference`,
);

/** Verbs, as base forms, that bind their subject to do something: “vowed to”. */
export const COMMITMENTS = wordSet("vow pledge promise threaten swear undertake");

/** Verbs, as base forms, that pass on what somebody else brought up: “Smith said Jones raised the possibility of”. */
export const RAISING = wordSet("raise broach float moot table voice express mention bring");
