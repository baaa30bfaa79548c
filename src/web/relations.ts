/** How pages name what one event is to another, as it stands in a sentence: "is a follow-up to". */
export const RELATIONS = {
  FOLLOW_UP_TO: "a follow-up to",
  PART_OF: "part of",
  CAUSED_BY: "caused by",
  REPLACES: "in the place of",
  SAME_AS: "the same as",
} as const;
