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
  const words = wordsOf(title)
    .filter((word) => !EMPTY.has(word))
    .map(stem);
  return {
    kinds: new Set(words.flatMap((word) => KIND.get(word) ?? [])),
    others: new Set(words.filter((word) => !KIND.has(word))),
  };
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .replace(/['’]s?\b/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
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
 *
 * @param isName whether a word is of the names of those who take part and of the place, which are compared as such
 */
export function likeness(one: EventWords, other: EventWords, isName: (word: string) => boolean): number {
  if (one.kinds.size === 0 || other.kinds.size === 0) {
    return share(new Set([...one.kinds, ...one.others]), new Set([...other.kinds, ...other.others]));
  }
  if (share(one.kinds, other.kinds) === 0) return 0;
  const [ours, theirs] = [without(one.others, isName), without(other.others, isName)];
  if (ours.size === 0 || theirs.size === 0) return SAME_KIND_ALONE;
  return OTHER_THING + (1 - OTHER_THING) * share(ours, theirs);
}

/** Words that both titles have beyond the kind of event and what is named: what it is about. */
export function sharedThing(one: EventWords, other: EventWords, isName: (word: string) => boolean): number {
  let shared = 0;
  for (const word of one.others) if (other.others.has(word) && !isName(word)) shared++;
  return shared;
}

/** How alike titles are that name the kind of event, one of them nothing else. */
const SAME_KIND_ALONE = 0.8;
/** And where each names something else that it is about. */
const OTHER_THING = 0.4;

function without(words: ReadonlySet<string>, isName: (word: string) => boolean): ReadonlySet<string> {
  for (const word of words) {
    if (isName(word)) return new Set([...words].filter((one) => !isName(one)));
  }
  return words;
}

/** The words of a name, as those of titles are compared. */
export function nameWords(name: string): string[] {
  return wordsOf(name).map(stem);
}

/** What two sets share, of the smaller. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [smaller, larger] = one.size <= other.size ? [one, other] : [other, one];
  if (smaller.size === 0) return 0;
  let shared = 0;
  for (const word of smaller) if (larger.has(word)) shared++;
  return shared / smaller.size;
}
