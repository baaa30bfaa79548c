import { wordSet } from "./word-set.ts";

/** Words, in lower case, that no name of a person is made of, though they are written with a capital. */
export const NEVER_NAMES = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday january february march_ july august_ september october november
  december easter christmas ramadan hanukkah eid diwali passover
  halloween thanksgiving ash_wednesday
  i i'm i've i'll i'd gmt utc est edt pst pdt bst cet am pm a.m. p.m. ad bc no yes ok
  the a an this that these those he she it they we you his her its their our your my him them us_ me who what when where
  why how which whose whom there here
  and or but nor so yet if because although though while whereas since unless until after before as than then once
  of in on at by for from to with without within about against between among through during over under above below near
  into onto across along behind beyond despite toward towards upon via per amid amidst like unlike following according
  is are was were be been being am_ has have had do does did can could may_ might must shall should would will_ won
  not also just only even still already now today tomorrow yesterday tonight later earlier recently currently meanwhile
  however moreover furthermore therefore thus hence instead otherwise nevertheless nonetheless finally eventually
  initially originally previously subsequently similarly likewise additionally indeed perhaps maybe apparently reportedly
  allegedly officially all both each every some any many much most more less few several one two three four five six seven
  eight nine ten hundred thousand million billion another other others such same own first second third last next
  new_ old_ early late_ good great_ big small high low long_ short_ young_ former current
  internet english_ covid covid-19 coronavirus islam christianity judaism buddhism hinduism bible quran koran god allah
  muslim muslims christian_ christians jew jews jewish hindu hindus sikh sikhs catholic catholics protestant protestants
  sunni shia shiite shi'ite buddhist buddhists republican republicans democrat democrats tory tories labour
  twitter facebook instagram youtube google telegram_ whatsapp tiktok snapchat reddit linkedin wikipedia wikinews
  olympic olympics paralympic paralympics nobel oscar_ oscars emmy grammy pulitzer
  wifi wi-fi gps dna hiv aids nato un eu uk us usa u.s. u.k. u.n. e.u.`,
);

/** Words, in lower case, that end the name of a thing: a prize, a law, a storm, a match, a product. */
export const THING_ENDS = wordSet(
  `prize award awards medal trophy cup championship championships olympics games league series open grand_prix prix derby
  marathon tournament tour classic bowl race glove boot ball_ oscar festival carnival parade
  act bill law treaty accord accords agreement pact convention protocol declaration charter constitution amendment
  resolution directive regulation code deal plan doctrine initiative strategy policy
  war wars battle revolution uprising spring intifada massacre holocaust genocide crisis scandal affair
  operation hurricane storm typhoon cyclone earthquake tsunami flood fire fires
  time day week month year eve night century age era
  report review survey study index magazine journal book bible show live tonight awards album song film movie
  street road avenue hall house tower bridge
  phone app store music video edition version pro plus mini max air kit windows android
  flight class model missile rocket satellite telescope shuttle station mission ship submarine carrier frigate destroyer
  summit conference meeting talks forum congress session assembly election elections referendum vote primary caucus
  exchange index average market markets
  language languages people church faith`,
);

/** Words, in lower case, that the name of a thing begins with. */
export const THING_STARTS = wordSet(
  `operation hurricane storm typhoon cyclone uss hms rms ss_ mv ins_ flight boeing airbus embraer cessna bombardier
  resolution article section chapter amendment title_ route highway interstate apollo soyuz`,
);
