import { wordSet } from "./word-set.ts";

/** Words, in lower case, that a name of a place ends with: “Hudson River”, “Fifth Avenue”. */
export const PLACE_ENDS = wordSet(
  `river lake sea ocean bay gulf strait straits channel canal creek island islands isle isles peninsula cape coast beach
  harbour harbor port reef mountain mountains mount hill hills valley canyon desert plain plateau forest woods jungle
  volcano glacier falls spring springs county province state district region oblast krai governorate prefecture
  municipality township borough parish city town village suburb quarter neighbourhood neighborhood territory republic
  kingdom emirate street st. avenue ave. road rd. boulevard blvd lane drive square plaza place park gardens garden bridge
  tunnel highway motorway airport station terminal stadium arena dome coliseum hall palace castle tower building
  prison jail cathedral abbey monastery basin delta archipelago atoll north south east west heights crossing
  hotel mall market centre center field fields hq base`,
);

/** Words, in lower case, that a name of a place begins with: “Mount Everest”, “Lake Tahoe”. */
export const PLACE_STARTS = wordSet(
  `mount mt mt. lake river fort port cape gulf bay isle strait point saint_ north south east west northern southern
  eastern western central upper lower greater new san santa los las el_ rio puerto costa villa ciudad camp`,
);

/** Regions and bodies of water without a country of their own; lower case. */
export const REGIONS: ReadonlySet<string> = new Set(
  `africa|asia|europe|north america|south america|latin america|central america|middle east|the middle east|antarctica|oceania|
arctic|caribbean|scandinavia|balkans|caucasus|siberia|crimea|donbas|donbass|gaza|gaza strip|west bank|golan heights|kashmir|
tibet|xinjiang|kurdistan|darfur|tigray|catalonia|bavaria|tuscany|sicily|sardinia|corsica|crete|normandy|brittany|provence|
andalusia|flanders|wallonia|transnistria|abkhazia|south ossetia|nagorno-karabakh|chechnya|dagestan|england|scotland|wales|
northern ireland|cornwall|yorkshire|java|sumatra|borneo|bali|sulawesi|papua|mindanao|luzon|okinawa|hokkaido|honshu|kyushu|
manchuria|hong kong|macau|sahel|sahara|maghreb|levant|mesopotamia|sinai|atlantic|pacific|mediterranean|baltic|black sea|
red sea|north sea|indian ocean|atlantic ocean|pacific ocean|south china sea|east china sea|persian gulf|eastern mediterranean|
new england|midwest|silicon valley|wall street|manhattan|brooklyn|bronx|queens|staten island|hollywood|east jerusalem|
western sahara|punjab|sindh|balochistan|kerala|gujarat|tamil nadu|west bengal|bihar|assam|maharashtra|karnataka|goa|
new south wales|queensland|tasmania|western australia|south australia|ontario|quebec|british columbia|alberta|manitoba|
saskatchewan|nova scotia|new brunswick|newfoundland|yukon|nunavut|alabama|alaska|arizona|arkansas|california|colorado|
connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|
massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|
north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|
vermont|virginia|washington state|west virginia|wisconsin|wyoming|puerto rico|guam|washington, d.c.|d.c.`
    .replaceAll("\n", "")
    .split("|"),
);
