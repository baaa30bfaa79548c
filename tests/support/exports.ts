import { article, cite, event, passage, quote, story } from "./story.ts";

/** What would be more than text in HTML, Markdown, a spreadsheet or JSON within a page. */
export const HOSTILE = [
  `<img src=x onerror="document.title='struck'"><script>document.title='struck'</script> & "both" 'quotes'`,
  `=HYPERLINK("https://example.com","x")`,
  "**bold** _it_ [a](javascript:alert(1)) `code` | ~~x~~ ![i](x) <b> &copy; # no\\*",
  "1. first - second\n\n# heading\n> quote",
  "@SUM(A1)\t+1",
  "-2+3",
];

const DATES = [
  "2025",
  "2025-10",
  "2025-10-16",
  "2025-10-16~",
  "2025-10-16?",
  "2025-10-16T14:30",
  "2025-10-16/2025-10-30",
  "2025-10/..",
  "../2025-10-20",
  "202X",
  "19XX",
  "2025-21",
  "[2025-10-20..2025-11-05]",
  undefined,
];

/** A story with dates of every kind, hostile texts, a dispute, a retracted article, and a text that is not free. */
export const EXPORTED = story({
  topics: [
    { slug: "talks", title: HOSTILE[2] ?? "", summary: { text: HOSTILE[3] ?? "", written: "2025-10-01" } },
    { slug: "trade", title: "Nothing yet" },
  ],
  people: [
    { slug: "ann", name: HOSTILE[0] ?? "", aliases: [], sameAs: [], roles: [] },
    { slug: "bob", name: "Bob", aliases: [], sameAs: [], roles: [] },
  ],
  articles: [
    article("open", { topics: ["talks"], source: "daily", headline: HOSTILE[0] ?? "" }),
    article("closed", { topics: ["talks"], source: "weekly", access: "PASSAGES", published: "2025-10-20" }),
    article("withdrawn", { state: "RETRACTED", source: "evening" }),
  ],
  events: DATES.map((date, index) =>
    event(`e${index}`, {
      title: `${HOSTILE[index % HOSTILE.length]} ${index}`.trim(),
      topics: ["talks"],
      place: index % 2 ? "town" : undefined,
      outcome: { text: HOSTILE[(index + 1) % HOSTILE.length] ?? "", written: "2025-10-20" },
      evidence: [passage("open", index % 7), cite("withdrawn")],
      history: [
        { to: "SCHEDULED", date, effective: "2025-10-15", evidence: [passage("open", 1)] },
        ...(index === 2
          ? [
              {
                to: "POSTPONED" as const,
                effective: "2025-10-20",
                reason: HOSTILE[2],
                evidence: [
                  passage("closed", 2),
                  cite("open", {
                    stance: "DISPUTES" as const,
                    claimedBy: [{ person: "bob" }],
                    instead: { status: "CANCELLED" as const },
                  }),
                ],
              },
            ]
          : []),
      ],
      participants: [{ person: "ann", role: "HOST", evidence: [passage("open", 3)] }],
    }),
  ),
  quotes: [
    quote("open", 5, { speaker: { person: "ann" }, topics: ["talks"], about: ["e2"], when: "2025-10-16" }),
    quote("closed", 6, { kind: "INDIRECT", speaker: { person: "bob" }, topics: ["talks"], about: ["e2"] }),
    quote("closed", 7, { speakerAsWritten: "an official", speakerKind: "UNNAMED", topics: ["talks"] }),
  ],
});
