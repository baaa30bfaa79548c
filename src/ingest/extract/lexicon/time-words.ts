import { wordSet } from "./word-set.ts";

/** Words that tell when by themselves and stand between a verb and who does it (“Smith Tuesday said”). */
export const TIME_WORDS = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow mondays fridays
  january february march april june july august september october november december earlier later afterwards afterward`,
);

/** What stands before a stretch of time (“last week”). */
export const TIME_MODIFIERS = wordSet("last this next late early that earlier the");

/** Stretches of time. */
export const TIME_UNITS = wordSet(
  "week month year day morning afternoon evening night weekend spring summer autumn winter hour",
);
