import { FEATURE_NAMES, type FeatureName, type Features } from "./features.ts";

/**
 * How much each feature speaks for an event, in log odds: a logistic regression on annotated news (L2 4), rounded, with
 * what had no clear sign set by hand. Left out one article at a time, it holds up.
 */
const WEIGHTS: Readonly<Record<FeatureName | "start", number>> = {
  start: -3.26,
  weight: 0.55,
  unlisted: -0.33,
  dayTold: 0.45,
  periodTold: 0.56,
  inHeadline: 0.62,
  inLead: 0.2,
  early: 0.14,
  repeated: 0.1,
  loneNoun: -0.1,
  bare: -0.48,
  infinitive: -0.39,
  present: -0.27,
  unreal: -0.1,
  planned: 0.64,
  carriedByVerb: 0.41,
  hasObject: 0.65,
  consequence: -0.35,
  manyWords: 0.59,
  opensParagraph: 0.55,
  firstVerb: 0.38,
  unlistedTimeless: -0.21,
  timelessVerb: -0.61,
};

/** How likely a reader is to put an event with these features on a timeline, from 0 to 1. */
export function salience(features: Features): number {
  let odds = WEIGHTS.start;
  for (const name of FEATURE_NAMES) odds += WEIGHTS[name] * features[name];
  return 1 / (1 + Math.exp(-odds));
}
