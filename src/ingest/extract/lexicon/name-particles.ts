import { wordSet } from "./word-set.ts";

/** Words in lower case inside of names of people: “Ursula von der Leyen”, “Mohammed bin Salman”. */
export const NAME_PARTICLES = wordSet(
  `de da do dos das di del della dello dei der den des du d' la le el al van von vom zu zum zur ter ten te tot bin ibn ben
  bint binti sans abu abd af av y e i san st st. und op 't mac ap ad-din ud ur`,
);

/** Beginnings, in lower case, that a hyphen ties to a name: “al-Assad”. */
export const TIED_PARTICLES = wordSet(`al el ul ur ad as ash an at ar az abd abu bin ben ibn de e t`);

/** What follows a name and belongs to it: “Jr.”, “III”; lower case without full stop. */
export const NAME_SUFFIXES = wordSet(`jr sr ii iii iv phd md qc kc obe mbe cbe`);
