import type { ArticleState } from "../../domain/model.ts";
import type { Application } from "./application.ts";
import { factNodes } from "./fact-nodes.ts";

/**
 * Tells the change log of what rests on an article that is retracted, or that its outlet stands by again: it is supported
 * no more, or otherwise than before.
 */
export async function noteRetraction(
  application: Pick<Application, "tx" | "readers" | "rows">,
  before: { readonly id: number; readonly state: ArticleState },
  state: ArticleState,
): Promise<void> {
  if ((before.state === "RETRACTED") === (state === "RETRACTED")) return;
  const row = { table: "article", before: { state: before.state }, after: { state }, isNode: false };
  const noted = new Set<string>();
  for (const { node } of await factNodes(application, before.id)) {
    const name = `${node.type} ${node.key}`;
    if (!noted.has(name)) application.rows.journal.note(node, row);
    noted.add(name);
  }
}
