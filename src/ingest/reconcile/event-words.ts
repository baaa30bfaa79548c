import { foldText } from "../../domain/search-text.ts";

/** Words that newsrooms use for the same kind of event, each group under its first. */
const SAME_KIND = [
  "meeting meet summit talk talks negotiation discussion encounter",
  "attack assault raid strike airstrike bombing blast explosion shelling",
  "death die dead killing kill murder assassination",
  "arrest detention detain custody",
  "resignation resign departure quit step",
  "appointment appoint name naming nomination nominate",
  "election vote poll ballot referendum",
  "launch release unveil unveiling introduction introduce debut",
  "agreement deal accord pact treaty sign signing",
  "acquisition acquire takeover purchase buy merger merge",
  "crash collision derailment accident",
  "trial hearing court",
  "verdict ruling judgment conviction convict sentence acquit acquittal",
  "protest demonstration rally march unrest riot",
  "earthquake quake tremor",
  "storm hurricane typhoon cyclone",
  "fire blaze inferno wildfire",
  "bankruptcy insolvency chapter",
  "interview conversation",
  "visit trip tour",
  "ban suspension suspend",
  "lawsuit sue suit",
  "war invasion invade offensive",
  "announcement announce declaration declare statement",
  "shooting shoot gunfire",
  "closure close shutdown",
];

const KIND = new Map(
  SAME_KIND.flatMap((group) => {
    const words = group.split(" ");
    return words.map((word) => [stem(word), stem(words[0] ?? word)] as const);
  }),
);

const EMPTY = new Set(
  "a an the of in on at to for with by from and or between over about into its his her their new planned possible next last first another".split(
    " ",
  ),
);

/** The words of an event's title that tell what happened: folded, without endings, words of one kind made one. */
export function eventWords(title: string): Set<string> {
  const words = foldText(title)
    .replace(/['’]s?\b/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "" && !EMPTY.has(word));
  return new Set(words.map(stem).map((word) => KIND.get(word) ?? word));
}

/** A word without the endings of English nouns and verbs: rough, and the same for all forms of most words. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  const bare = word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:sses)$/, "ss")
    .replace(/(?<![su])s$/, "");
  const root = bare.replace(/(?:ing|ed|e)$/, "");
  return (root.length >= 3 ? root : bare).replace(/([^aeiouls])\1$/, "$1");
}

/** What two sets of words share, of the smaller: 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0) return 0;
  return [...one].filter((word) => other.has(word)).length / smaller;
}
