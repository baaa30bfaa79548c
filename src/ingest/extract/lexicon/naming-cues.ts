/** Words right before quotation marks that give a name and quote nobody: “entitled”, “nicknamed”, “so-called”. */
export const NAMING =
  /(?:\b(?:nicknamed|dubbed|codenamed|code-named|entitled|titled|subtitled|headlined|captioned|so-called|aka|a\.k\.a\.|(?:also |better |otherwise |locally |commonly |popularly |formerly )?known as|known (?:simply |colloquially |locally )?as|under the (?:name|title|pseudonym|alias|codename|pen name)|nickname[ds]?|christened|renamed|short for|stands for|stand for|pronounced|spelled|spelt|translate[sd]? (?:as|to)|meaning|means|which means|word for|term for|slang for|latin for|abbreviated|alias|hashtag|username|password)(?: (?:of|as|is|was|the|a|an|by \w+))?)[,:]?\s*\(?$/iu;

/** The same with whom it names between: “dubbed him”, “nicknamed the bridge”. */
export const NAMING_SOMEBODY =
  /\b(?:nicknam(?:ed|es|ing)|dubb(?:ed|ing)|dubs|codenam(?:ed|ing)|christen(?:ed|ing)|renam(?:ed|ing))\s+(?:\S+\s+){1,3}$/iu;

/** Participles that name what stands right before them: “a programme called”. */
export const CALLED = /\b(?:called|named|termed|labell?ed|billed as|branded|referred to as)\s*$/iu;

/** Nouns for works and their like, right before or after a name in quotation marks. */
export const WORKS =
  "song|songs|single|singles|album|albums|film|films|movie|movies|documentary|book|books|novel|novels|memoir|poem|play|musical|opera|ballet|symphony|series|sitcom|show|drama|comedy|episode|programme|program|podcast|game|video game|track|tune|hymn|anthem|ballad|hit|painting|sculpture|portrait|exhibition|installation|essay|short story|article|column|paper|magazine|trilogy|franchise|sequel|prequel|soundtrack|remix|cover|EP|LP|mixtape|theme|thriller|bestseller|biopic|anime|manga|comic|cartoon|operation|project|course|lecture|seminar|workshop";

/** A work’s kind right before the marks. */
export const WORK_BEFORE = new RegExp(`\\b(?:${WORKS}),?\\s*$`, "iu");

/** A work’s kind right after the marks. */
export const WORK_AFTER = new RegExp(`^\\s*(?:${WORKS})\\b`, "iu");

/** A word spoken of as a word: “the term”; not “used the term”. */
export const TERM =
  /(?<!\bus(?:e|ed|es|ing) )\b(?:the|a) (?:word|term|phrase|expression|acronym|concept of|notion of)\s*$/iu;

/** Verbs by which works are made or shown, right before their titles. */
export const WORK_VERBS =
  /\b(?:sang|sing|sings|singing|sung|performed|performing|performs|recorded|recording|covered|starred in|stars in|starring in|star in|appeared in|appears in|directed|directing|co-wrote|published|played|plays|playing|hosts?|hosted|airs?|aired|watched|watching|author of|star of|director of|creator of|host of|producer of|writer of|such as|films? like|hits? like)\s*$/iu;

/** What follows was not said: “rather than”. */
export const NOT_SAID = /\b(?:rather than|instead of|as opposed to)\s*$/iu;

/** Words right before the marks that tell of speech or writing, whatever stands in them. */
export const SPEECH_BEFORE =
  /\b(?:say|says|said|saying|read|reads|reading|shout|shouted|shouting|chant|chants|chanted|chanting|scream|screamed|screaming|yell|yelled|yelling|wrote|write|writes|writing|written|cried|crying|tweeted|asked|replied|answered|slogans?|banners?|signs?|words|messages?|placards?)[,:]?\s*$/iu;
