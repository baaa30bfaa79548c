import { wordSet } from "./word-set.ts";

/**
 * How a verb reports. SPEECH: it can stand beside spoken words and before a clause (“said”). THOUGHT: before a clause, but
 * it tells what somebody holds rather than says (“believes”). JUDGEMENT: it takes what is judged and the words (“called the
 * plan …”, “accused them of …”), and no clause.
 */
const SPEECH = `say tell add ask state write announce declare claim insist warn deny note argue explain assert maintain
  confirm admit acknowledge concede report reveal stress emphasize emphasise underline underscore highlight point observe
  remark comment continue conclude respond reply answer retort counter contend allege affirm reaffirm reiterate repeat
  recall recount relate recommend suggest propose urge promise pledge vow swear predict forecast estimate caution complain
  lament protest object exclaim shout yell scream cry whisper mutter murmur quip joke tweet post text email blog opine
  testify confess disclose divulge mention indicate signal clarify specify elaborate advise inform notify assure reassure
  remind tout boast brag gloat muse wonder plead beg pray read quote cite declare proclaim pronounce rule find determine
  demand request instruct order call agree disagree interject snap shoot fume thunder rant sigh gush enthuse rejoice hail
  thank apologise apologize hint imply intimate posit reason theorise theorize speculate venture volunteer chime reckon
  start begin finish stipulate decree echo correct concur summarise summarize tease chant sing joke grumble groan moan
  counsel certify attest vouch rule guarantee threaten dispute rebut refute describe chide scold fire reflect declare
  rage rave storm sob bellow snarl growl hiss bark wail squeal giggle grin beam nod sneer scoff intone bristle blast
  submit surmise warrant avow profess relay retweet caption sum chuckle laugh smile`;

const THOUGHT = `believe think hope expect fear feel consider know understand suspect doubt anticipate assume`;

const JUDGEMENT = `call describe label term brand dub characterise characterize deem denounce condemn criticise criticize
  slam blast decry deplore deride dismiss reject accuse blame praise laud applaud commend hail welcome celebrate congratulate
  offer express voice reveal pledge promise demand seek promise warn speak talk refer cite mention liken compare attack
  lambast lambaste rebuke castigate mock ridicule portray depict paint rate judge declare summarise summarize attribute
  charge advocate defend back credit thank apologise apologize convey extend send share reference invoke rail tout bemoan
  lament brand berate bash rip trash champion acclaim salute pillory vilify decry peg list rename define label hype plug`;

const SPEECH_VERBS = wordSet(SPEECH);
const THOUGHT_VERBS = wordSet(THOUGHT);
const JUDGEMENT_VERBS = wordSet(JUDGEMENT);

/** Verbs that report before a clause only with “that”: without it they mostly take things (“found a body”). */
const NEEDS_THAT = wordSet(
  `find determine rule agree report reveal indicate signal note point highlight read quote cite call start begin continue
  finish order request echo correct describe fire hail thank sing pray sum smile laugh post text answer observe recall
  relate propose demand recommend urge suggest mention underline underscore stress understand know feel expect hope doubt
  assume consider comment speak submit reflect relay share threaten rule conclude decree begin cry ask tell`,
);

/** Verbs by which somebody says on, and whose subject may be left out (“… but added that”). */
const PLAIN = wordSet(
  "say tell add ask state write note explain continue conclude reply respond comment remark announce declare tweet claim insist warn argue",
);

/** Verbs that also mean other things than to speak, so that they report only beside the words themselves. */
const BESIDE_WORDS_ONLY = wordSet(
  `start begin finish fire shoot snap hail smile laugh chuckle sigh sing reflect read find rule order call point signal text
  post back charge offer share send extend seek list rate paint rip plug attack celebrate welcome defend credit relate
  sum echo object cry grin beam nod storm bark giggle bristle rage rave blast reason volunteer venture warrant determine thank reject define rename answer correct`,
);

export interface ReportingVerb {
  readonly speech: boolean;
  readonly thought: boolean;
  readonly judgement: boolean;
  readonly needsThat: boolean;
  readonly plain: boolean;
  readonly besideWordsOnly: boolean;
}

const VERBS: ReadonlyMap<string, ReportingVerb> = new Map(
  [...SPEECH_VERBS, ...THOUGHT_VERBS, ...JUDGEMENT_VERBS].map((lemma) => [
    lemma,
    {
      speech: SPEECH_VERBS.has(lemma),
      thought: THOUGHT_VERBS.has(lemma),
      judgement: JUDGEMENT_VERBS.has(lemma),
      needsThat: NEEDS_THAT.has(lemma),
      plain: PLAIN.has(lemma),
      besideWordsOnly: BESIDE_WORDS_ONLY.has(lemma),
    },
  ]),
);

/** What is known of a verb by its base form; undefined where it reports nothing. */
export function reportingVerb(lemma: string): ReportingVerb | undefined {
  return VERBS.get(lemma);
}

/** Forms of the commonest, as a pattern: for texts whose words are not tagged yet. */
export const SAID =
  "said|says|told|tells|asked|asks|added|adds|wrote|writes|tweeted|posted|explained|exclaimed|replied|responded|answered|continued|concluded|stated|declared|announced|warned|argued|insisted|noted|recalled|recounted|shouted|yelled|cried|quipped|joked|remarked|commented|observed|claimed";
