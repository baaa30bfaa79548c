/** All costs are counted in hundredths of a point, so that they add up exactly. */
export const POINT = 100;

/** An object in the answer. */
export const OBJECT = POINT;
/** A field without fields below it. */
export const LEAF = 10;
/** An object or a field of an introspection, which reads nothing from the store. */
export const INTROSPECTED = 2;
/** A page of a connection, whatever is on it: statements are run for it. */
export const CONNECTION = 20 * POINT;
/** A list that is narrowed to what a search finds. */
export const SEARCH = 250 * POINT;
/** A list that is narrowed otherwise: much may have to be read to find little. */
export const FILTER = 50 * POINT;
/** Counting what is on all pages reads up to 10,000 entries of an index. */
const COUNT = 100 * POINT;

/** What fields cost beyond that, by type and name; `*` is any type. */
export const SURCHARGES: ReadonlyMap<string, number> = new Map([
  ["Query.search", SEARCH],
  ["*.totalCount", COUNT],
  ["*.totalCountIsExact", COUNT],
  // Everything of two days is derived to be compared.
  ["Topic.whatChanged", 250 * POINT],
  // What an article is cited for is read to the facts.
  ["Article.evidence", 20 * POINT],
  ["Article.events", 20 * POINT],
  ["Article.people", 30 * POINT],
  ["Article.quotes", 20 * POINT],
  // By far the longest text that there is.
  ["Article.body", 5 * POINT],
  ["Article.wholeBody", 5 * POINT],
  ["ArticleRevision.body", 5 * POINT],
  // All drafts are grouped by their article.
  ["Query.reviewQueue", COUNT],
  // Its people are grouped from all its entries, and again to be counted.
  ["Topic.people", 500 * POINT],
  ["PersonConnection.totalCount", 500 * POINT],
  ["PersonConnection.totalCountIsExact", 500 * POINT],
  // Counted from all entries that match, up to 10,000.
  ["TimelineFacets.kinds", COUNT],
  ["TimelineFacets.statuses", COUNT],
  ["TimelineFacets.people", 300 * POINT],
  // The days of all its entries are grouped, and the reports that dispute them.
  ["Topic.reportDays", 200 * POINT],
  // All entries of the subject are put in the order of their days.
  ["*.latestReported", 100 * POINT],
  ["ReportDayConnection.totalCount", 250 * POINT],
  ["ReportDayConnection.totalCountIsExact", 250 * POINT],
  ["Topic.disputedEvents", 100 * POINT],
  // Where no index tells who is named, roles and quotes are looked through.
  ["*.onRecord", 20 * POINT],
  // All drafts of the topics are compared with each other and with what is on record.
  ["Draft.match", 25 * POINT],
  ["Draft.suggestions", 25 * POINT],
  // Words before and after the passage are looked up, so that the link leads to it alone.
  ["Evidence.link", POINT],
  // Another language may have to be loaded.
  ["FuzzyDate.display", 2 * POINT],
  // The words are looked for in texts.
  ["SearchEdge.snippet", POINT],
  ["SearchEdge.evidence", 5 * POINT],
]);

/** How many things a list is taken to hold that is not named below. */
export const LIST_SIZE = 5;

/** How many a list is taken to hold, by type and name: means of a store of 20,000 events, rounded up. */
export const LIST_SIZES: ReadonlyMap<string, number> = new Map([
  ["Article.evidence", 30],
  ["Article.events", 20],
  ["Article.people", 20],
  ["Article.revisions", 2],
  ["Draft.suggestions", 3],
  ["Event.disputing", 1],
  ["Event.evidence", 6],
  ["Event.formerDates", 1],
  ["Event.participants", 4],
  ["Event.related", 1],
  ["Event.statusHistory", 2],
  ["Event.topics", 2],
  ["Evidence.claimedBy", 1],
  ["EventRelation.evidence", 2],
  ["Participation.evidence", 2],
  ["Quote.about", 2],
  ["Quote.evidence", 2],
  ["Quote.otherReports", 2],
  ["Role.evidence", 2],
  ["StatusChange.evidence", 2],
  ["Query.log", 100],
  ["Query.merges", 100],
  ["StaleRevision.changes", 20],
  ["DraftsPayload.drafts", 20],
  ["DraftsPayload.facts", 20],
  ["Topic.corrections", 100],
  ["Event.corrections", 1],
  ["TimelineFacets.kinds", 4],
  ["TimelineFacets.people", 25],
  ["TimelineFacets.statuses", 8],
  ["Topic.disputedEvents", 5],
  // A span of days is refused that has more than 1,000.
  ["TopicDiff.disputes", 100],
  ["TopicDiff.newEvents", 250],
  ["TopicDiff.newQuotes", 250],
  ["TopicDiff.statusChanges", 250],
  ["__Schema.directives", 6],
  ["__Schema.types", 80],
  ["__Type.fields", 6],
  ["__Type.interfaces", 2],
  ["__Type.possibleTypes", 3],
  ["__Type.enumValues", 3],
  ["__Type.inputFields", 2],
  ["__Field.args", 2],
]);
