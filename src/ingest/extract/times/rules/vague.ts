import { CUE } from "../../lexicon/time-cues.ts";
import type { TimeRule } from "../time-rule.ts";

/** Words for a time that no date can be given for, and times of day, which give none alone. */
export const VAGUE: readonly TimeRule[] = [
  {
    name: "vague",
    needs: CUE.VAGUE,
    pattern:
      /\b(?:soon|shortly|recently|lately|nowadays|at\s+a\s+later\s+(?:date|time|stage)|in\s+the\s+(?:near|foreseeable|distant)\s+(?:future|past)|in\s+(?:recent|coming|the\s+coming)\s+(?:hours|days|weeks|months|years)|(?:days|weeks|months|years|decades|hours)\s+(?:ago|later|earlier)|one\s+day|some\s?day)\b/gi,
    resolve: () => null,
  },
  {
    name: "clock",
    needs: CUE.FIGURE | CUE.CLOCK,
    pattern:
      /(?<![\d:.])(?:(?:1[0-2]|0?\d)(?:[:.][0-5]\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|(?:[01]?\d|2[0-3]):[0-5]\d\b(?![\d:]))(?:\s+(?:local\s+time|GMT|UTC|BST|CET|CEST|E[SD]?T|P[SD]?T|C[SD]T|IST|AEST)\b)?/gi,
    resolve: () => null,
  },
];
