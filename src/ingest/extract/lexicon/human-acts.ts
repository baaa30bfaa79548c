import { wordSet } from "./word-set.ts";

/** Verbs, as base forms, whose subject speaks or thinks: people, and bodies too. */
export const SPEECH_ACTS = wordSet(
  `say tell add ask reply answer respond note explain state declare announce claim argue insist warn deny admit confirm
  acknowledge concede stress emphasize emphasise urge call describe suggest propose recall remember recount testify write
  tweet post comment remark observe complain criticize criticise condemn denounce praise blame accuse promise vow pledge
  swear threaten demand request beg plead predict estimate believe think feel hope fear worry know want wish expect
  express voice speak talk joke quip shout yell whisper cry exclaim assert allege contend maintain reiterate repeat
  reaffirm conclude continue agree disagree object recommend advise caution assure reassure thank congratulate apologize
  apologise boast brag lament muse opine speculate wonder apologise retort counter hail welcome slam blast tout
  appeal refuse offer accept reject decline decide plan intend`,
);

/** Verbs, as base forms, whose subject is a human being. */
export const HUMAN_ACTS = wordSet(
  `die marry divorce resign retire smile laugh cry weep wear sit stand walk run drive travel fly sleep wake eat drink
  survive suffer graduate study pray vacation arrest sentence jail imprison hospitalize hospitalise convict
  charge indict plead testify elect re-elect appoint nominate inaugurate swear assassinate murder kill shoot stab injure
  wound born tweet joke shake hug kiss arrive leave return visit attend meet greet pose score train captain coach star
  sing act write inherit emigrate flee escape surrender confess jog swim airlift poison detain behead bury mourn`,
);

/** Of the verbs of speech, those whose subject is rather a person than a body. */
export const PERSONAL_SPEECH = wordSet(
  `add tell recall remember recount joke quip shout yell whisper cry exclaim boast brag lament muse opine wonder worry hope
  feel tweet apologize apologise thank`,
);

/** Whether a base form tells of somebody, and how surely: 2 of a human being, 1 of a speaker of any kind, 0 of neither. */
export function humanity(lemma: string): 0 | 1 | 2 {
  if (HUMAN_ACTS.has(lemma)) return 2;
  return SPEECH_ACTS.has(lemma) ? 1 : 0;
}
