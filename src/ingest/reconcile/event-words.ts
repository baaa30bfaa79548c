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

/** What an event's title says, as it is compared. */
export interface EventWords {
  /** Kinds of event that it names, of those that newsrooms have several words for. */
  readonly kinds: ReadonlySet<string>;
  /** The other words, folded and without endings. */
  readonly others: ReadonlySet<string>;
}

export function eventWords(title: string): EventWords {
  const words = foldText(title)
    .replace(/['’]s?\b/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "" && !EMPTY.has(word))
    .map(stem);
  return {
    kinds: new Set(words.flatMap((word) => KIND.get(word) ?? [])),
    others: new Set(words.filter((word) => !KIND.has(word))),
  };
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

/**
 * How much two titles say the same, 0 to 1: 0 where they name different kinds of event; where one names none that is known, what
 * their words share.
 */
export function likeness(one: EventWords, other: EventWords): number {
  if (one.kinds.size === 0 || other.kinds.size === 0) {
    return share(new Set([...one.kinds, ...one.others]), new Set([...other.kinds, ...other.others]));
  }
  if (share(one.kinds, other.kinds) === 0) return 0;
  return SAME_KIND_ALONE + (1 - SAME_KIND_ALONE) * share(one.others, other.others);
}

/** How alike titles are that share the kind of event and no other word. */
const SAME_KIND_ALONE = 0.6;

/** What two sets share, of the smaller. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  if (smaller === 0) return 0;
  return [...one].filter((word) => other.has(word)).length / smaller;
}
