import { describe, expect, it } from "vitest";
import { CAST, quotedOf } from "./quotes-of.ts";

/** Speaker and cue of each quotation in a paragraph, and the rule that told. */
function told(paragraph: string): string[] {
  return quotedOf(`${CAST}\n${paragraph}\n`).map(
    ({ speaker, speakerKind, cue, rule }) => `${speaker?.name ?? speakerKind} | ${cue} | ${rule}`,
  );
}

describe("who said it: right of the quotation", () => {
  it.each([
    ['"We are late," Anna Berg said.', "Anna Berg | said | cue-right"],
    ['"We are late," Berg told reporters on Tuesday.', "Anna Berg | told | cue-right"],
    ['"We are late", she said.', "Anna Berg | said | cue-right"],
    ['"Why now?" asked Tom Bell.', "Tom Bell | asked | cue-right-inverted"],
    ['"Never!" Bell shouted.', "Tom Bell | shouted | cue-right"],
    ['"We are late," said Tom Bell, a farmer, on Monday.', "Tom Bell | said | cue-right-inverted"],
    ['"We are late," said the head of the union, Paul Jones.', "Paul Jones | said | cue-right-inverted"],
    ['"We are late," the union\'s lawyer, Greta Holm, told the court.', "Greta Holm | told | cue-right"],
    ['"We are late," Bell, who chairs the board, said.', "Tom Bell | said | cue-right"],
    ['"It is over", tweeted Berg.', "Anna Berg | tweeted | cue-right-inverted"],
    ['It was "a miracle", Berg said.', "Anna Berg | said | cue-right"],
    ['The delay is "a main concern" for both towns, Berg added.', "Anna Berg | added | cue-trailing"],
    ['"It is over," Anna Berg, an analyst in Leeds.', "Anna Berg | null | name-right"],
    ['"It is over." Berg said.', "Anna Berg | said | cue-next-sentence"],
    ['"We need help," reads the letter, signed by 40 doctors.', "UNNAMED | reads | cue-right-inverted"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("who said it: left of the quotation", () => {
  it.each([
    ['Anna Berg said: "We are late."', "Anna Berg | said | cue-left"],
    ['Anna Berg, a nurse from Leeds, said: "We are late."', "Anna Berg | said | cue-left"],
    ['Anna Berg, 45, of Boston, said she heard "a loud bang".', "Anna Berg | said | cue-left"],
    [
      'Anna Berg, whose son died in the fire, told the inquiry: "Nobody listened."',
      "Anna Berg | told | cue-left",
    ],
    ['Tom Bell — who was in Rome at the time — said he was "shocked".', "Tom Bell | said | cue-left"],
    ['The union\'s president, Paul Jones, said the talks were "dead".', "Paul Jones | said | cue-left"],
    ['Tom Bell\'s lawyer, Greta Holm, said he was "innocent".', "Greta Holm | said | cue-left"],
    ['Tom Bell (R-Ohio), the bill\'s sponsor, said it was "needed".', "Tom Bell | said | cue-left"],
    ['The vote was close, while Anna Berg, a doctor, called it "overdue".', "Anna Berg | called | cue-left"],
    ['Jones, whose side lost a man, raged: "We were robbed."', "Paul Jones | raged | cue-left"],
    ['Asked about the strike, Tom Bell said "no comment".', "Tom Bell | said | cue-left"],
    ['Berg described the plan as "a gift to the rich".', "Anna Berg | described | cue-left"],
    ['Berg accused the bank of "theft".', "Anna Berg | accused | cue-left"],
    ['Bell said that they had agreed to "keep talking".', "Tom Bell | said | cue-left"],
    ['Bell resigned on Sunday, saying he was "worn out".', "Tom Bell | saying | cue-left-participle"],
    [
      'Berg signed the bill, which Bell opposed, calling it "a new dawn".',
      "Anna Berg | calling | cue-left-participle",
    ],
    [
      'Bell was quoted by a local paper as saying the deal was "dead".',
      "Tom Bell | saying | cue-left-participle",
    ],
    [
      'The delay went on, with Paul Jones telling fans he was "sorry".',
      "Paul Jones | telling | cue-left-participle",
    ],
    ['Bell left early but added he was "not angry".', "Tom Bell | added | cue-left-coordinated"],
    ['Bell dismissed Anna Berg\'s claim that he was "a coward".', "Anna Berg | claim | cue-left-noun"],
    ['The plan was denounced by Anna Berg as "madness".', "Anna Berg | denounced | cue-left-passive"],
    ['According to Tom Bell, the deal is "close".', "Tom Bell | According to | according-to"],
    ['The deal is "close", according to Tom Bell.', "Tom Bell | according to | according-to"],
    ['For Anna Berg, the vote is "a disaster".', "Anna Berg | null | for-somebody"],
    ['Anna Berg was blunt: "We are late."', "Anna Berg | null | colon"],
    ['Tom Bell has "no plans at all".', "Tom Bell | null | sentence-subject"],
  ])("%s", (text, expected) => expect(told(text)).toEqual([expected]));
});

describe("who said it: from one quotation to the next", () => {
  it.each([
    [
      "in a quotation that who says it interrupts",
      '"The fire," said Berg, "was everywhere."',
      ["Anna Berg", "Anna Berg"],
    ],
    ["in the next sentence", '"I saw it," Bell said. "It was huge."', ["Tom Bell", "Tom Bell"]],
    ["in a second fragment", 'Bell called it "vile" and "a bitter end".', ["Tom Bell", "Tom Bell"]],
    [
      "in the next paragraph that goes on",
      'Bell said: "We are late.\n"We must go."',
      ["Tom Bell", "Tom Bell"],
    ],
    ["in a paragraph of its own", 'Bell said he was "glad".\n"It is a good day."', ["Tom Bell", "Tom Bell"]],
    [
      "by a pronoun at the head of a paragraph",
      'Jones said he was "glad".\n"It is a good day," he said.',
      ["Paul Jones", "Paul Jones"],
    ],
    [
      "by a role that adds",
      'Berg said: "We are late."\nThe mayor added: "We must go."',
      ["Anna Berg", "Anna Berg"],
    ],
  ])("%s", (_, text, expected) => {
    const names = quotedOf(`${CAST}\n${text}\n`).map(({ speaker }) => speaker?.name);
    expect(names).toEqual(expected);
  });

  it("takes the sentence before where that tells who made a statement", () => {
    expect(told('Anna Berg released a statement. "We are late."')).toEqual([
      "Anna Berg | null | previous-subject",
    ]);
  });
});

describe("speakers without a name", () => {
  it.each([
    ['A US official said the talks were "useful".', "A US official", "US"],
    ['Witnesses described "utter chaos".', "Witnesses", null],
    ['"It was dark," one resident told the BBC.', "one resident", null],
    ['The report found "serious failings".', "The report", null],
    ['The suspect was described by prosecutors as "armed".', "prosecutors", null],
  ])("%s", (text, asWritten, speaksFor) => {
    const [quote] = quotedOf(`${CAST}\n${text}\n`);
    expect(quote).toMatchObject({ speaker: null, speakerKind: "UNNAMED", speakerAsWritten: asWritten });
    expect(quote?.speakerFor).toBe(speaksFor);
  });

  it("says that the text does not tell", () => {
    const [quote] = quotedOf('The road was closed for "essential works" on Monday.\n');
    expect(quote).toMatchObject({
      speaker: null,
      speakerKind: "UNKNOWN",
      speakerAsWritten: null,
      rule: "no-speaker",
    });
  });

  it("gives a body that is named as an organization", () => {
    const [quote] = quotedOf('A statement from the Ministry of Health said "no cases have been found".\n');
    expect(quote?.speaker).toEqual({ type: "ORGANIZATION", name: "Ministry of Health" });
  });
});
