import type { Story } from "../../domain/story.ts";
import type { Engine } from "../../store/engine.ts";
import type { Readers } from "../../store/readers.ts";
import type { RowWriter } from "../../store/row-writer.ts";
import type { SearchChanges } from "../../store/search-index.ts";
import type { Problem } from "../problems.ts";
import type { ArticleTexts } from "./article-texts.ts";
import type { EvidenceThere } from "./evidence-there.ts";
import type { Slugs } from "./slugs.ts";

/** A story on its way into the store, within one transaction. */
export interface Application {
  readonly story: Story;
  readonly tx: Engine;
  readonly readers: Readers;
  readonly rows: RowWriter;
  readonly slugs: Slugs;
  readonly texts: ArticleTexts;
  /** Whether evidence that is on record stays as it is. */
  readonly keepEvidence: boolean;
  /** Evidence that was put on record on the way, by what it says of what and who claims it. */
  readonly cited: Map<string, readonly EvidenceThere[]>;
  /** What is found wrong on the way: nothing is kept then. */
  readonly problems: Problem[];
  /** What the indexes have to catch up with. */
  readonly changed: { readonly [Things in keyof SearchChanges]: Set<number> };
}
