import { remembered } from "../../../domain/bounded-cache.ts";
import { BODY_NOUNS } from "./organization-words.ts";
import { isRoleNoun, singularRole } from "./role-nouns.ts";
import { wordSet } from "./word-set.ts";

/** Texts, in lower case and singular, that speak for whoever wrote them (“the report said”). */
const DOCUMENTS = wordSet(
  `statement letter report tweet post message email e-mail memo note document filing lawsuit complaint indictment
  ruling verdict judgment judgement study survey poll paper article editorial story book diary caption sign banner placard
  poster slogan headline resolution declaration communique communiqué agreement treaty charter constitution law bill act
  order decree memorandum affidavit notice advisory bulletin review audit assessment analysis transcript recording video
  dispatch cable text motion petition blog account page inscription plaque manual warrant summary finding guideline
  release interview speech testimony ad advertisement flyer leaflet pamphlet manifesto obituary website`,
);

/** Bodies of people, in lower case and singular. */
const GROUPS = wordSet(
  `authority force family staff management leadership opposition side delegation jury crew station service operator
  regulator watchdog bloc nation country state city town district province kremlin pentagon house administration
  newspaper magazine broadcaster channel outlet publisher studio label band manufacturer maker retailer supplier carrier
  airline airport school charity network federation coalition alliance campaign embassy consulate bureau institute
  institution foundation league panel tribunal press media public crowd church operator cabinet`,
);

/** People without a name, in lower case and singular, who are no role. */
const PEOPLE = wordSet(
  `people source insider person individual critic observer fan expert other some many most several both local
  demonstrator onlooker caller user eyewitness attendee participant viewer reader listener skeptic sceptic leader
  aide everyone nobody somebody someone anyone another police spokespeople`,
);

/** What a noun that speaks without a name stands for. */
export type SpeakerNoun = "DOCUMENT" | "GROUP" | "PEOPLE";

/** What may speak without a name, by its noun in lower case; undefined for what does not speak. */
export function speakerNoun(lower: string): SpeakerNoun | undefined {
  return known(lower) ?? undefined;
}

const known = remembered(20_000, (lower): SpeakerNoun | null => {
  const one = singularRole(lower);
  const plain = lower.endsWith("ies") ? `${lower.slice(0, -3)}y` : lower.replace(/s$/, "");
  for (const noun of new Set([lower, one, plain])) {
    if (DOCUMENTS.has(noun)) return "DOCUMENT";
    if (PEOPLE.has(noun) || isRoleNoun(noun)) return "PEOPLE";
    if (GROUPS.has(noun) || BODY_NOUNS.has(noun)) return "GROUP";
  }
  return null;
});

/** Pronouns, in lower case, for people. */
export const PERSONAL = wordSet("he she him her his hers");

/** Pronouns, in lower case, for bodies and groups. */
export const IMPERSONAL = wordSet("it they its their them");
