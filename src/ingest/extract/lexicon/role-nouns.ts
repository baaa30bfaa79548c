import { wordSet } from "./word-set.ts";

/** Nouns, in lower case and singular, for what a person is to the state, the law, the forces or a body. */
export const OFFICES = wordSet(
  `president vice-president co-president premier chancellor minister vice-minister secretary undersecretary
  under-secretary chief chairman chairwoman chairperson chair co-chair co-chairman vice-chair vice-chairman chairmen
  ceo cfo coo cto cio executive director director-general secretary-general head co-head leader co-leader spokesman
  spokeswoman spokesperson spokespeople senator congressman congresswoman representative governor mayor deputy
  councillor councilor councilman councilwoman alderman selectman assemblyman assemblywoman legislator lawmaker
  parliamentarian mp mep mla msp td delegate ambassador envoy diplomat consul attaché commissioner official speaker
  whip commander commander-in-chief comptroller controller treasurer administrator ombudsman ombudswoman prefect
  governor-general lieutenant-governor solicitor-general attorney-general auditor-general surgeon-general taoiseach
  tánaiste chairmanship rector provost dean warden superintendent registrar coroner sheriff marshal constable
  king queen monarch prince princess duke duchess earl count countess emperor empress sultan emir sheikh sheik shah
  pope pontiff cardinal archbishop bishop primate patriarch ayatollah imam mufti rabbi president-elect mayor-elect
  governor-elect senator-elect chancellor-elect prime-minister-designate
  boss supremo strongman dictator caudillo czar tsar manager principal headteacher headmaster headmistress founder
  co-founder cofounder owner co-owner organizer organiser coordinator co-ordinator captain coach`,
);

/** Nouns, in lower case and singular, for ranks that stand right before a name. */
export const RANKS = wordSet(
  `general colonel major lieutenant sergeant corporal private admiral commodore brigadier commander captain officer
  detective inspector constable trooper patrolman patrolwoman deputy superintendent sheriff ranger marshal agent cadet
  airman seaman midshipman ensign pfc
  judge justice magistrate doctor professor father reverend pastor sister brother mother canon deacon monsignor vicar
  chaplain rabbi imam mullah sheikh swami guru lama lady lord sir dame baron baroness count countess viscount
  nurse coach referee umpire paramedic`,
);

/** Other nouns, in lower case and singular, that say what somebody is or does. */
export const OCCUPATIONS = wordSet(
  `prosecutor attorney lawyer solicitor barrister counsel advocate notary paralegal jurist arbitrator mediator
  physician surgeon doctor nurse midwife paramedic dentist pharmacist psychologist psychiatrist pathologist
  epidemiologist virologist immunologist cardiologist oncologist neurologist toxicologist veterinarian therapist
  scientist researcher economist analyst expert historian scholar academic lecturer professor fellow scholar
  physicist chemist biologist geologist seismologist volcanologist meteorologist climatologist forecaster astronomer
  astrophysicist mathematician statistician archaeologist anthropologist sociologist philosopher theologian
  criminologist linguist ecologist zoologist botanist oceanographer hydrologist glaciologist conservationist
  journalist reporter editor correspondent columnist presenter anchor broadcaster host commentator blogger vlogger
  youtuber influencer streamer podcaster photographer photojournalist cameraman publisher
  author writer novelist poet playwright screenwriter biographer translator
  actor actress comedian comic singer singer-songwriter songwriter rapper musician guitarist drummer bassist pianist
  violinist cellist composer conductor soprano tenor dj filmmaker film-maker producer director artist painter sculptor
  illustrator cartoonist model supermodel designer architect engineer inventor programmer developer technician
  dancer ballerina choreographer magician celebrity star socialite chef restaurateur cook baker
  astronaut cosmonaut pilot copilot co-pilot navigator driver chauffeur trucker sailor skipper mariner fisherman
  firefighter fireman policeman policewoman policeperson cop soldier marine veteran guard bodyguard sniper paratrooper
  teacher headteacher tutor student schoolboy schoolgirl pupil graduate undergraduate
  coach manager trainer captain goalkeeper keeper striker midfielder defender forward winger fullback centre-back
  quarterback linebacker receiver pitcher catcher shortstop outfielder batsman batter bowler all-rounder wicketkeeper
  boxer fighter swimmer sprinter runner marathoner cyclist golfer skier skater snowboarder gymnast athlete player
  footballer cricketer wrestler judoka champion ex-champion medalist medallist olympian paralympian jockey rower
  racer rider teammate rookie
  midshipman umpire referee linesman
  founder co-founder entrepreneur businessman businesswoman businessperson industrialist tycoon magnate oligarch
  mogul billionaire millionaire banker financier investor trader broker accountant auditor consultant strategist
  pollster lobbyist adviser advisor aide assistant secretary staffer intern employee worker labourer laborer farmer
  rancher miner carpenter plumber electrician mechanic builder shopkeeper barber hairdresser cleaner janitor
  waiter waitress bartender cashier receptionist salesman saleswoman shopper customer clerk
  activist campaigner dissident whistleblower whistle-blower protester protestor demonstrator organizer organiser
  candidate nominee frontrunner front-runner contender challenger incumbent politician statesman stateswoman
  opponent critic supporter ally rival republican democrat conservative communist socialist independent
  suspect gunman shooter attacker assailant killer murderer terrorist bomber hijacker kidnapper robber burglar thief
  rapist arsonist fraudster hacker smuggler gangster mobster kingpin drug-lord druglord warlord militant jihadist rebel
  insurgent defector spy informant defendant accused convict prisoner inmate detainee hostage captive fugitive
  plaintiff claimant victim survivor witness eyewitness bystander passenger passer-by motorist pedestrian
  resident local villager neighbour neighbor tenant homeowner landlord citizen national native migrant refugee
  asylum-seeker immigrant expatriate tourist traveller traveler visitor tourist hiker climber mountaineer camper
  patient volunteer parishioner worshipper pilgrim missionary evangelist preacher priest nun monk cleric clergyman
  archdeacon chaplain minister vicar
  man woman boy girl teenager teen child baby toddler infant youth youngster pensioner retiree grandmother
  grandfather adult person
  counselor counsellor heir heiress royal monarch socialite philanthropist
  mastermind ringleader financier recruiter operative handler courier interpreter
  counterpart predecessor successor colleague boss roommate classmate co-defendant co-author co-star co-host
  ex-president ex-minister ex-husband ex-wife ex-girlfriend ex-boyfriend ex-soldier ex-policeman
  chef sommelier landlord blacksmith curator librarian archivist conservator critic`,
);

/** Nouns for what one is to another, in lower case. */
export const KIN = wordSet(
  `husband wife spouse brother sister son daughter mother father stepfather stepmother stepson stepdaughter
  half-brother half-sister uncle aunt nephew niece cousin grandmother grandfather grandson granddaughter widow widower
  partner girlfriend boyfriend fiancé fiancée fiance fiancee friend mom mum dad twin sibling parent child in-law
  brother-in-law sister-in-law son-in-law daughter-in-law mother-in-law father-in-law`,
);

/** Words that go before a role noun and belong to the title, in lower case. */
export const TITLE_MODIFIERS = wordSet(
  `prime foreign finance defence defense interior home justice health education energy trade transport environment
  culture labour labor agriculture tourism sports sport science technology economy economic treasury commerce state
  immigration security cabinet chancellor attorney lieutenant brigadier major rear vice deputy assistant associate
  acting interim former ex- outgoing incoming then current new longtime long-time late first second third senior junior
  chief executive managing general national regional local city county district federal provincial village town police
  fire army navy naval air military field staff press media communications campaign party parliamentary opposition
  majority minority house senate congressional presidential shadow crown supreme grand high special lead principal
  founding honorary permanent independent republican democratic democrat conservative labour liberal socialist communist
  far-right far-left right-wing left-wing centre-right centre-left populist opposition ruling
  head team club football basketball baseball hockey soccer cricket rugby tennis goal golf squad
  political legal financial medical scientific technical creative artistic musical editorial commercial
  human union labor civil public private social community neighborhood neighbourhood religious spiritual
  world olympic paralympic european one-time two-time three-time four-time five-time reigning defending
  mercenary rebel gang cartel separatist militia guerrilla business real estate property media oil steel tech internet
  pop rock film movie television tv radio stage fellow veteran retired embattled disgraced jailed convicted
  alleged suspected accused self-styled self-proclaimed would-be
  hedge fund bank marketing investment operating information external internal affairs climate
  planning housing water emergency relief rescue research program project
  surgeon solicitor advocate auditor inspector quartermaster master warrant petty non-commissioned
  lance staff gunnery flight wing group squadron battalion brigade`,
);

/** Plurals, in lower case, to the singular of a role noun. */
export function singularRole(lower: string): string {
  if (isRoleNoun(lower)) return lower;
  if (lower.endsWith("men")) return `${lower.slice(0, -3)}man`;
  if (lower.endsWith("wives")) return `${lower.slice(0, -5)}wife`;
  if (lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  if (lower.endsWith("es") && isRoleNoun(lower.slice(0, -2))) return lower.slice(0, -2);
  return lower.endsWith("s") && !lower.endsWith("ss") ? lower.slice(0, -1) : lower;
}

/** Whether a noun, in lower case and singular, says what a person is. */
export function isRoleNoun(lower: string): boolean {
  return ROLES.has(lower);
}

const ROLES: ReadonlySet<string> = new Set([...OFFICES, ...RANKS, ...OCCUPATIONS, ...KIN]);

/** Whether the noun, in lower case and singular, can only be of a man or of a woman. */
export function genderOfRole(lower: string): "MALE" | "FEMALE" | null {
  if (FEMALE_ROLES.has(lower) || /[a-z]woman$/.test(lower)) return "FEMALE";
  if (MALE_ROLES.has(lower) || /[a-z]{2}man$/.test(lower)) return "MALE";
  return null;
}

const FEMALE_ROLES = wordSet(
  `woman girl queen princess duchess countess empress baroness lady dame nun sister mother daughter wife widow aunt
  niece grandmother granddaughter stepmother stepdaughter half-sister girlfriend fiancée actress waitress heiress
  schoolgirl headmistress mom mum ex-wife ex-girlfriend ballerina sister-in-law daughter-in-law mother-in-law soprano
  midwife viscountess chairwoman`,
);
const MALE_ROLES = wordSet(
  `man boy king prince duke earl count emperor sultan emir shah pope pontiff monk priest brother father son husband
  widower uncle nephew grandfather grandson stepfather stepson half-brother boyfriend fiancé waiter schoolboy headmaster
  dad ex-husband ex-boyfriend lord sir baron viscount archbishop cardinal ayatollah imam mullah sheikh monsignor
  brother-in-law son-in-law father-in-law`,
);
