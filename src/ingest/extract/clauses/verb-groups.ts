import type { Token } from "../annotated-text.ts";
import { EVENT_VERBS } from "../lexicon/events/event-words.ts";
import { LIGHT_VERBS } from "../lexicon/events/other-verbs.ts";
import { MODALS } from "./modals.ts";
import { type VerbForm, verbForm } from "./verb-forms.ts";

/** A main verb with its auxiliaries: “has not yet been signed”, “to meet”, “will attend”. */
export interface VerbGroup {
  /** Positions among the tokens of the sentence: of its first word, of its main verb, and of its last word. */
  readonly first: number;
  readonly head: number;
  readonly last: number;
  readonly lemma: string;
  readonly form: VerbForm;
  /** Whether it makes a clause: no infinitive, and no participle on its own. */
  readonly finite: boolean;
  readonly infinitive: boolean;
  readonly modal: string | null;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly negated: boolean;
  /** Whether its first auxiliary, or it, is a form of the past: “was”, “had”, “met”. */
  readonly past: boolean;
}

const BE = new Set("am is are was were be been being 's 're 'm".split(" "));
const HAVE = new Set("have has had having 've".split(" "));
const NOT = new Set("not n't never hardly scarcely".split(" "));
const PAST_AUXILIARIES = new Set("was were had did".split(" "));

/** The verb groups of a sentence, in order. */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let at = 0;
  while (at < tokens.length) {
    const group = groupAt(tokens, at);
    if (group === undefined) at++;
    else {
      groups.push(group);
      at = group.last + 1;
    }
  }
  return groups.map((group) =>
    isReduced(group, groups, tokens) ? { ...group, finite: false, passive: true } : group,
  );
}

const isAuxiliary = ({ pos, lower }: Token) =>
  pos === "AUX" || MODALS.has(lower) || BE.has(lower) || HAVE.has(lower);

function groupAt(tokens: readonly Token[], start: number): VerbGroup | undefined {
  const opening = tokens[start];
  if (opening === undefined) return undefined;
  const infinitive = (opening.lower === "to" && opening.pos === "PART") || isBareInfinitive(tokens, start);
  if (!infinitive && opening.pos !== "VERB" && opening.pos !== "AUX") return undefined;
  // “died aged 81”
  if (opening.lower === "aged" && tokens[start + 1]?.pos === "NUM") return undefined;

  const auxiliaries: Token[] = [];
  let negated = false;
  let head: number | undefined;
  for (let at = opening.lower === "to" ? start + 1 : start; at < tokens.length && at < start + 9; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (NOT.has(token.lower)) negated = true;
    else if (token.pos === "VERB" && !MODALS.has(token.lower)) {
      head = at;
      break;
    } else if (isAuxiliary(token)) auxiliaries.push(token);
    else if (token.pos !== "ADV") break;
  }
  const last = head ?? lastAuxiliary(tokens, start, auxiliaries);
  const verb = tokens[last];
  if (verb === undefined || last < start || (opening.lower === "to" && last === start)) return undefined;
  if (NOT.has(tokens[start - 1]?.lower ?? "")) negated = true;

  const helpers = head === undefined ? auxiliaries.slice(0, -1) : auxiliaries;
  const form = verbForm(verb);
  const has = (words: ReadonlySet<string>) => helpers.some(({ lower }) => words.has(lower));
  const modal =
    (head === undefined ? auxiliaries : helpers).find(({ lower }) => MODALS.has(lower))?.lower ?? null;
  const passive = has(BE) && (form === "PAST" || form === "PARTICIPLE");
  return {
    first: start,
    head: last,
    last,
    lemma: baseOf(verb),
    form,
    infinitive,
    finite:
      !infinitive &&
      (helpers.length > 0 ? !/ing$/.test(helpers[0]?.lower ?? "") : form !== "ING" && form !== "PARTICIPLE"),
    modal,
    passive,
    perfect: has(HAVE) && form !== "ING",
    progressive: has(BE) && form === "ING",
    negated,
    past: helpers.length > 0 ? PAST_AUXILIARIES.has(helpers[0]?.lower ?? "") : form === "PAST",
  };
}

/** The base form of a verb; the tagger's own can be wrong of forms in -ed: “staged” is not of “stag”, nor “fined” of “fin”. */
function baseOf({ lower, lemma }: Token): string {
  if (!lower.endsWith("ed") || isListed(lemma)) return lemma;
  return [lower.slice(0, -1), lower.slice(0, -2)].find(isListed) ?? lemma;
}

const isListed = (lemma: string) => EVENT_VERBS.has(lemma) || LIGHT_VERBS.has(lemma);

/** “helped create”, “let them go”. */
function isBareInfinitive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (
    token === undefined ||
    token.pos !== "VERB" ||
    token.lower !== token.lemma ||
    verbForm(token) !== "BASE"
  )
    return false;
  return (
    /^(?:help|let)$/.test(tokens[at - 1]?.lemma ?? "") ||
    /^(?:help|let|make)$/.test(tokens[at - 2]?.lemma ?? "")
  );
}

function lastAuxiliary(tokens: readonly Token[], start: number, auxiliaries: readonly Token[]): number {
  const last = auxiliaries.at(-1);
  return last === undefined ? -1 : tokens.indexOf(last, start);
}

/** Whether a lone form such as “planned” is no verb of a clause but says which: “a meeting planned for May was put off”. */
function isReduced(group: VerbGroup, groups: readonly VerbGroup[], tokens: readonly Token[]): boolean {
  if (!group.finite || group.form !== "PAST" || group.first !== group.head) return false;
  if (isSetOff(group, groups, tokens)) return true;
  const before = tokens[group.first - 1];
  const after = tokens[group.head + 1];
  if (before === undefined || !/^(?:NOUN|PROPN)$/.test(before.pos)) {
    return before !== undefined && /^(?:DET|ADP)$/.test(before.pos);
  }
  if (after?.lower === "by") return !BY_WHICH_MEANS.test(tokens[group.head + 2]?.lower ?? "");
  const next = groups.find(({ first, finite }) => first > group.head && finite);
  if (next === undefined) {
    const isMain = !groups.some(({ finite, last }) => finite && last < group.first);
    const { pos = "X", lower = "" } = tokens[beforePhrase(tokens, group.first - 1)] ?? {};
    // “as Miami beat Dallas”: a clause, where an object follows.
    const isClause = CLAUSAL.test(lower) && /^(?:PROPN|NOUN|NUM|PRON)$/.test(after?.pos ?? "");
    return !isMain && !isClause && /^(?:ADP|VERB)$/.test(pos) && after?.pos !== "DET";
  }
  for (let at = group.head + 1; at < next.first; at++) {
    const { pos = "X", lower = "" } = tokens[at] ?? {};
    if (pos === "PUNCT" && lower !== "-") return false;
    if (/^(?:SCONJ|CCONJ|PRON|QUOTE)$/.test(pos) || /^(?:as|when|while|because)$/.test(lower)) return false;
  }
  return /^(?:ADP|PROPN|NUM|ADV)$/.test(after?.pos ?? "");
}

const CLAUSAL = /^(?:as|after|before|since|until|while|when|because)$/;

/** “spoke by phone”, “rose by 5 per cent”: not by whom. */
const BY_WHICH_MEANS =
  /^(?:phone|telephone|video|e-?mail|letter|train|bus|car|boat|plane|air|sea|road|foot|\d.*)$/;

/** “The vote, originally planned for May, was held”: between commas, after the subject of another verb. */
function isSetOff(
  { first, head }: VerbGroup,
  groups: readonly VerbGroup[],
  tokens: readonly Token[],
): boolean {
  const at = tokens[first - 1]?.pos === "ADV" ? first - 2 : first - 1;
  if (tokens[at]?.text !== "," || !/^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? "")) return false;
  if (groups.some(({ finite, last }) => finite && last < first)) return false;
  const next = groups.find((group) => group.finite && group.first > head);
  return next !== undefined && tokens[next.first - 1]?.text === ",";
}

/** The position before a noun phrase, given that of its last word. */
function beforePhrase(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at >= 0 && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[at]?.pos ?? "")) at--;
  return at;
}
