/** Why each rule proposes what it does, in words that follow “because”. */
const REASONS: Readonly<Record<string, string>> = {
  "cue-right": "the speaker and a verb of saying follow the quotation",
  "cue-right-inverted": "a verb of saying and the speaker follow the quotation",
  "cue-left": "the speaker and a verb of saying stand before the quotation",
  "cue-left-participle": "a verb of saying in -ing leads up to the quotation",
  "cue-left-coordinated": "the speaker does something else first, and then says this",
  "cue-left-noun": "a noun such as “statement” leads up to the quotation",
  "cue-left-passive": "a passive verb of saying leads up to the quotation",
  "according-to": "“according to” or the like names the speaker",
  "cue-trailing": "a report of who speaks ends the sentence",
  "cue-next-sentence": "the next sentence says who spoke",
  colon: "a colon comes before the quotation",
  "name-right": "a name alone follows the quotation",
  "for-somebody": "the sentence tells whom the words are about",
  "sentence-subject": "the subject of the sentence is taken for the speaker",
  "continued-quotation": "it goes on with the quotation before it",
  "same-speaker": "it stands close to other words of the same speaker",
  "previous-subject": "the subject of the sentence before is taken for the speaker",
  floating: "no speaker stands near it; the last one is taken",
  "no-speaker": "it stands in quotation marks, and the text does not say whose it is",
  "reported-that": "a verb of saying with “that” reports it",
  "reported-clause": "a verb of saying reports it",
  "reported-trailing": "a report of who says so ends the sentence",
  "reported-according-to": "“according to” reports it",
  "reported-stance": "a noun or adjective of stance, such as “hope”, reports it",
  "reported-thought": "a verb of thinking reports it",
  "event-noun": "a noun names what happened or is to happen",
  "event-verb": "a verb tells of something that happens",
  "other-verb": "a verb tells of something that may be an event",
  "full-name": "it has the form of a full name, and the text treats it as a person",
  editor: "an editor marked it in the text",
};

/** Why a rule proposes something; null for a rule that is not known here, such as one of another extractor. */
export function reasonOf(rule: string): string | null {
  return REASONS[rule] ?? null;
}
