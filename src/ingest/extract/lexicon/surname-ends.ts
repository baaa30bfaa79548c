/** How surnames end in languages that make them so, and hardly any name of a body or place. */
const ENDS =
  /(?:[^e]sson|nsen|rsen|lsen|[sc]k[iy]|[sc]ka|wicz|vi[cć]|enko|chuk|shvili|adze|escu|o[gğ]lu|opoulos|[aá]kis|[aeo]va|[rnlkd]ov|[aeiy]ev|nyan|[aeoiu]n?dez|[rl]ez|sd[oó]ttir|(?:hof|ste|tter)mann)$/u;

/** Words so short are none for it: “Kiev”. */
const SHORT = 6;

/** Whether a word in lower case looks like a surname by its end: “kowalski”, “haraldsson”. */
export function looksLikeSurname(lower: string): boolean {
  return lower.length >= SHORT && ENDS.test(lower);
}
