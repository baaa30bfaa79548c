/** Entries of a page. */
export const PAGE_SIZE = 20;

/** What a page shows of an event. */
export const EVENT_FIELDS = `
          title
          when { edtf }
          status
          place { name }
          participants { role agent { name } }
          evidence { exact stance article { headline source { name } } }`;

/** What is measured: a person's first events, each with all that a page shows of it. */
export const PERSON_EVENTS = `query PersonEvents($slug: String!) {
  person(slug: $slug) {
    name
    events(first: ${PAGE_SIZE}) {
      edges {
        node {${EVENT_FIELDS}
        }
      }
    }
  }
}`;

/** The answer's data. */
export interface PersonEvents {
  readonly person: {
    readonly name: string;
    readonly events: { readonly edges: readonly { readonly node: EventAnswer }[] };
  } | null;
}

export interface EventAnswer {
  readonly title: string;
  readonly when: { readonly edtf: string } | null;
  readonly status: string;
  readonly place: { readonly name: string } | null;
  readonly participants: readonly { readonly role: string; readonly agent: { readonly name: string } }[];
  readonly evidence: readonly EvidenceAnswer[];
}

export interface EvidenceAnswer {
  readonly exact: string | null;
  readonly stance: string;
  readonly article: { readonly headline: string; readonly source: { readonly name: string } | null };
}
