import { OFFICES } from "./role-nouns.ts";
import { wordSet } from "./word-set.ts";

const STATE = wordSet(
  `president vice-president premier chancellor minister secretary senator congressman congresswoman representative governor
  mayor deputy councillor councilman councilwoman lawmaker legislator mp mep speaker leader politician ambassador
  commissioner king queen prince emir sultan taoiseach`,
);
const BUSINESS = wordSet(
  "ceo cfo coo cto chief executive chairman chairwoman chair director president founder co-founder owner head boss manager",
);
const SPORT = wordSet(
  `goalkeeper keeper striker midfielder defender forward winger player footballer captain boxer fighter swimmer sprinter
  runner cyclist golfer skier skater gymnast cricketer batsman bowler pitcher quarterback wrestler jockey driver racer
  rider athlete champion medalist medallist olympian`,
);
const LAW = wordSet("lawyer attorney solicitor barrister counsel prosecutor advocate");
const PRESS = wordSet(
  "journalist reporter editor correspondent columnist presenter anchor broadcaster host photographer writer",
);
const ARTS = wordSet(
  "actor actress comedian singer rapper musician guitarist composer conductor director filmmaker producer artist star celebrity songwriter",
);
const CRIME = wordSet(
  "suspect gunman shooter attacker assailant killer murderer bomber defendant accused convict fugitive prisoner inmate detainee",
);
const POLICE = wordSet(
  "officer detective inspector constable sergeant sheriff commissioner chief superintendent commander captain lieutenant deputy",
);
const FORCES = wordSet(
  "general colonel major lieutenant sergeant admiral commodore brigadier commander captain marshal soldier",
);
const SCIENCE = wordSet(
  "scientist researcher professor physicist chemist biologist epidemiologist virologist economist expert analyst doctor historian",
);
const CHURCH = wordSet(
  "priest bishop archbishop cardinal pope pastor reverend father vicar rabbi imam cleric clergyman ayatollah monk nun",
);
const MEDICINE = wordSet("doctor physician surgeon nurse psychiatrist");

/** For a noun of wider sense, in lower case, the narrower ones that a text may have used before: an official is a minister. */
export const ROLE_KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["official", new Set([...OFFICES, ...FORCES])],
  ["politician", STATE],
  ["statesman", STATE],
  ["leader", new Set([...STATE, ...BUSINESS, "chief", "chairman", "pope"])],
  ["lawmaker", STATE],
  ["legislator", STATE],
  ["diplomat", wordSet("ambassador envoy minister secretary consul representative negotiator")],
  ["envoy", wordSet("ambassador representative diplomat")],
  ["minister", wordSet("premier secretary chancellor")],
  ["premier", wordSet("minister")],
  ["executive", BUSINESS],
  ["boss", new Set([...BUSINESS, "coach", "manager"])],
  ["businessman", BUSINESS],
  ["businesswoman", BUSINESS],
  ["billionaire", new Set([...BUSINESS, "businessman", "entrepreneur", "tycoon"])],
  ["entrepreneur", BUSINESS],
  ["player", SPORT],
  ["athlete", SPORT],
  ["footballer", SPORT],
  ["sportsman", SPORT],
  ["champion", SPORT],
  ["fighter", SPORT],
  ["lawyer", LAW],
  ["attorney", LAW],
  ["journalist", PRESS],
  ["reporter", PRESS],
  ["artist", ARTS],
  ["star", new Set([...ARTS, ...SPORT])],
  ["celebrity", ARTS],
  ["performer", ARTS],
  ["musician", ARTS],
  ["singer", ARTS],
  ["suspect", CRIME],
  ["gunman", CRIME],
  ["attacker", CRIME],
  ["shooter", CRIME],
  ["killer", CRIME],
  ["defendant", CRIME],
  ["officer", new Set([...POLICE, ...FORCES])],
  ["commander", FORCES],
  ["general", FORCES],
  ["soldier", FORCES],
  ["scientist", SCIENCE],
  ["researcher", SCIENCE],
  ["expert", SCIENCE],
  ["academic", SCIENCE],
  ["professor", SCIENCE],
  ["cleric", CHURCH],
  ["clergyman", CHURCH],
  ["priest", CHURCH],
  ["pontiff", CHURCH],
  ["doctor", MEDICINE],
  ["physician", MEDICINE],
]);
