import type { FeatureName, Features } from "./features.ts";

/**
 * How much each feature speaks for an event, in log odds.
 */
const WEIGHTS: Readonly<Record<FeatureName | "start", number>> = {
  start: -3.2,
  weight: 0.7,
  unlisted: 0.6,
  dayTold: 1.5,
  periodTold: 1.2,
  inHeadline: 0.5,
  inLead: 1.0,
  early: 0.5,
  repeated: 0.3,
  named: 0.4,
  mainVerb: 0.6,
  loneNoun: -0.6,
  bare: -0.7,
  gerund: -0.5,
  infinitive: -0.6,
  present: -1.0,
  unreal: -0.4,
  planned: 0.2,
  relative: -0.3,
  carriedByVerb: 0.5,
  hasObject: 0.1,
};

/** How likely a reader is to put an event with these features on a timeline, from 0 to 1. */
export function salience(features: Features): number {
  let odds = WEIGHTS.start;
  for (const [name, weight] of Object.entries(WEIGHTS))
    if (isFeature(name, features)) odds += weight * features[name];
  return 1 / (1 + Math.exp(-odds));
}

const isFeature = (name: string, features: Features): name is FeatureName => name in features;
