import { wordSet } from "./word-set.ts";

/** Words, in lower case, that a name of an organization ends with: “Acme Ltd”, “Supreme Court”. */
export const ORGANIZATION_ENDS = wordSet(
  `inc inc. ltd ltd. llc llp plc corp corp. corporation co co. company companies gmbh ag sa s.a. spa s.p.a nv bv ab oy pty
  group holdings partners associates industries enterprises ventures capital bank bancorp insurance motors airlines airways
  airline aviation aerospace pharmaceuticals laboratories labs technologies systems networks network studios pictures
  entertainment media records press publishing books news times post herald tribune gazette journal guardian telegraph
  independent observer chronicle mail mirror broadcasting television radio tv channel agency
  ministry department office bureau agency commission committee council parliament congress senate assembly house knesset
  duma bundestag cabinet government administration authority service services court tribunal police constabulary guard
  army navy force forces corps command brigade battalion regiment division fleet squadron militia
  university college school academy institute institution faculty hospital clinic centre center laboratory observatory
  museum library gallery theatre theater orchestra church diocese archdiocese synod mosque temple
  party union federation confederation association organization organisation society foundation trust charity fund
  alliance coalition league movement front brotherhood network forum club team united rovers wanderers fc f.c. afc cf
  athletic hotspur villa albion county_council board panel taskforce directorate secretariat embassy consulate
  exchange reserve treasury customs consortium cooperative co-operative collective initiative campaign project program
  programme mission nations monitor watch international airlines energy electric gas oil petroleum steel foods brewery
  stores supermarkets restaurants hotels resorts pharmacy telecom telecommunications communications mobile wireless
  software semiconductor electronics chemicals mining railways railroad logistics shipping lines
  cartel syndicate mafia gang state caliphate republicans democrats tories conservatives liberals greens
  athletics giants lions tigers bears eagles hawks wolves kings rangers raiders warriors knights yankees mets dodgers
  lakers celtics bulls cowboys patriots packers steelers broncos dolphins panthers saints falcons ravens`,
);

/** Words, in lower case, that a name of an organization begins with before “of” or “for”: “Ministry of Culture”. */
export const ORGANIZATION_HEADS = wordSet(
  `ministry department office bureau agency commission committee council parliament congress senate assembly house chamber
  court university college school academy institute institution faculty hospital centre center centers centres laboratory
  museum library church diocese archdiocese bank board federation confederation association organization organisation
  society foundation trust fund alliance coalition league movement front union party army forces brigade directorate
  embassy consulate chamber campaign community commonwealth royal national international society friends médecins
  doctors reporters council conference institute board panel high supreme`,
);

/** Words, in lower case, for bodies that a text may name without a name of their own: “the ministry”. */
export const BODY_NOUNS = wordSet(
  `government ministry department police company firm agency court parliament congress senate council commission committee
  party union bank university hospital church army navy military club team association organization organisation group
  foundation charity institute board office administration authority authorities bureau airline airlines manufacturer
  automaker carmaker carrier retailer broadcaster newspaper magazine network publisher newswire regulator watchdog
  federation league coalition alliance bloc body embassy school college museum militia cartel gang`,
);
