import type { TimelineParams } from "./params.ts";

/** Where a page of a timeline ends, and the next one begins. */
interface PageEnd {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The way to the entries that follow, if there are any. */
export function More({ of, params }: { readonly of: PageEnd; readonly params: TimelineParams }) {
  if (!of.pageInfo.hasNextPage) return null;
  return (
    <p class="more">
      <a href={`?${params.toSearch({ after: of.pageInfo.endCursor })}`} rel="next">
        More
      </a>
    </p>
  );
}
