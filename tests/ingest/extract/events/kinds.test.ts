import { expect, test } from "vitest";
import { extract } from "../../../../src/ingest/extract/extract.ts";

/** Titles of what a sentence tells of. */
const titles = (text: string) => extract(text, { published: "2025-11-22" }).events.map(({ title }) => title);

test.each([
  ["President Omar Haddad arrived in Lagos on Tuesday.", "Omar Haddad arrives in Lagos"],
  ["Voters in Moldova go to the polls on Sunday.", "Voters in Moldova to go to polls"],
  ["Portugal held parliamentary elections on Sunday.", "Portugal’s parliamentary elections"],
  ["The Senate rejected the pension bill on Wednesday.", "Senate rejects pension bill"],
  ["Railway workers went on strike on Friday.", "Railway workers go on strike"],
  ["Peace talks resumed in Jeddah on Saturday.", "Peace talks in Jeddah"],
  ["Paul Ndiaye went on trial on Monday.", "Paul Ndiaye goes on trial"],
  ["SpaceX launched a rocket from Florida on Wednesday.", "SpaceX launches rocket from Florida"],
  ["Finance Minister Ida Holm stepped down on Friday.", "Ida Holm steps down"],
  ["Police arrested three men in Marseille on Thursday.", "Police arrest three men in Marseille"],
  ["Militants stormed a hotel in Bamako on Friday.", "Militants storm hotel in Bamako"],
  ["Soldiers opened fire on a crowd in Conakry on Friday.", "Soldiers open fire on crowd in Conakry"],
  ["A judge sentenced Ivan Petrov to nine years on Friday.", "Judge sentences Ivan Petrov to nine years"],
  ["The Supreme Court struck down the law on Monday.", "Supreme Court strikes down law"],
  ["The two countries signed a trade deal in Delhi on Sunday.", "Two countries sign trade deal in Delhi"],
  ["Ana Lima was sworn in as president on Monday.", "Swearing-in of Ana Lima"],
  [
    "Thousands of people took to the streets of Tbilisi on Saturday.",
    "Thousands of people take to streets of Tbilisi",
  ],
  [
    "The funeral of singer Marta Ruiz will be held in Seville on Saturday.",
    "Funeral of singer Marta Ruiz in Seville",
  ],
  ["Marta Ruiz was laid to rest on Saturday.", "Marta Ruiz laid to rest"],
  ["Benfica beat Ajax in Lisbon on Wednesday.", "Benfica beats Ajax in Lisbon"],
  ["Floods swept through Valencia on Wednesday.", "Floods in Valencia"],
  ["Typhoon Mira made landfall in Luzon on Thursday.", "Typhoon Mira makes landfall in Luzon"],
  ["A car bomb exploded in Mogadishu on Monday, killing seven people.", "Car bomb explodes in Mogadishu"],
  ["Sony will release the game on 5 March 2026.", "Sony to release game"],
  ["The European Commission fined Meta on Wednesday.", "European Commission fines Meta"],
  ["Jonas Berg retired in 2019.", "Jonas Berg retires"],
  ["Lola Kane died on Sunday aged 81.", "Lola Kane dies"],
  ["Prosecutors charged the banker with fraud on Friday.", "Prosecutors charge banker with fraud"],
])("tells of one event: %s", (text, title) => expect(titles(text)).toEqual([title]));
