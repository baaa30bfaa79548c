const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs that say, think, feel or are: what they tell is no event of its own. */
export const NO_EVENT_VERBS = words(`
  be have do say tell add claim allege assert argue insist maintain note observe remark comment state explain describe
  suggest indicate imply believe think consider know understand realise realize feel hope want wish need like love hate
  prefer expect anticipate fear worry doubt suspect assume estimate predict mean seem appear look remain stay keep
  continue become get make let help allow enable cause lead result involve include contain consist belong own hold
  cost weigh measure last live lie stand sit exist occur happen depend rely represent reflect show demonstrate prove
  see watch hear listen notice remember recall forget wonder try attempt seek aim plan intend tend use work deal face
  question answer respond reply ask request urge encourage advise recommend warn caution stress emphasise emphasize
  underline highlight point refer mention cite quote call name label dub title term deem view regard concern relate
  concerned according base locate know expect follow precede go come take put bring give run turn play accuse blame
  criticise criticize praise welcome support oppose back favour favor thank hail laud acknowledge admit concede deny
  confirm express voice reiterate repeat read write speak talk discuss promise vow swear deserve require
  tweet post comment elaborate joke quip boast complain lament stipulate specify list number total average range
  contribute fail succeed manage reach provide offer serve wear carry share enjoy sustain experience`);

/** Verbs that only say that an event took place: “held a meeting”, “an explosion occurred”, “conducted a search”. */
export const LIGHT_VERBS = words(`
  hold have take make give conduct carry launch stage mount reach occur happen begin start open break erupt follow
  continue perform attend host organise organize deliver issue release publish undergo receive suffer commit file
  convene announce sign pass pay arrange face set go stand tender submit survive post`);

/** Verbs whose infinitive or object is only wanted, asked for or feared. */
export const POSSIBLE_GOVERNORS = words(`
  threaten consider propose suggest seek want urge ask demand call hope wish offer mull weigh contemplate request
  recommend discuss explore encourage advise advocate petition appeal push press lobby plead pressure invite try
  attempt bid aim favour favor support oppose refuse decline allow permit enable help fear warn risk express
  raise float envisage contemplate debate study examine need require`);

/** Verbs and adjectives whose infinitive or object is firmly meant. */
export const PLANNED_GOVERNORS = words(`
  plan schedule set due expect agree decide intend vow pledge promise prepare order announce slate arrange commit
  undertake swear elect choose resolve book poise ready bind determine order instruct approve prepare`);

/** Nouns with the same: “plans to close”, “a proposal to ban”. */
export const PLANNED_NOUNS = words(
  "plan decision agreement deal preparation schedule promise pledge vow intention commitment",
);
export const POSSIBLE_NOUNS = words(
  "proposal possibility prospect chance threat risk idea suggestion hope call demand request bid effort attempt option opportunity likelihood fear desire need talk speculation rumour rumor offer invitation petition appeal interest potential",
);

/** Adjectives before the noun that names an event. */
export const PLANNED_ADJECTIVES = words(
  "planned scheduled upcoming forthcoming future coming next anticipated expected slated imminent impending",
);
export const POSSIBLE_ADJECTIVES = words(
  "possible potential proposed hypothetical likely further threatened prospective eventual another new",
);
export const ONGOING_ADJECTIVES = words(
  "ongoing continuing current continued present active underway persistent",
);

/** What became of an event, as verbs told of it or with it as their object. */
export const POSTPONING = words("postpone delay defer adjourn reschedule suspend shelve");
export const CANCELLING = words("cancel scrap abort abandon axe scrub");
export const CONTINUING = words("continue proceed persist rage drag progress last");
