const words = (list: string) => new Set(list.split(/\s+/));

/** Words that tell when by themselves and stand between a verb and who does it (“Smith Tuesday said”). */
export const TIME_WORDS: ReadonlySet<string> = words(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow mondays fridays
  january february march april june july august september october november december earlier later afterwards afterward`,
);

/** What stands before a stretch of time (“last week”). */
export const TIME_MODIFIERS: ReadonlySet<string> = words("last this next late early that earlier the");

/** Stretches of time. */
export const TIME_UNITS: ReadonlySet<string> = words(
  "week month year day morning afternoon evening night weekend spring summer autumn winter hour",
);
