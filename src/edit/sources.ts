import { z } from "zod";
import { applyBeside } from "../ingest/apply/apply-story.ts";
import { erasable, line, type NodeResult, node, optional, revision } from "./inputs.ts";
import { type Editing, found } from "./run-edit.ts";

export const AmendSource = z.object({
  source: node,
  expectedRevision: revision,
  name: optional(line(300)),
  domain: erasable(
    line(253)
      .transform((text) => text.toLowerCase())
      .pipe(
        z
          .string()
          .regex(
            /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u,
            "A domain looks like example.org.",
          ),
      ),
  ),
  owner: erasable(line(300)),
});

/** Changes what a publisher is called, its domain, and who owns it; null takes away. */
export async function amendSource(
  editing: Editing,
  { source: named, expectedRevision, name, domain, owner }: z.output<typeof AmendSource>,
): Promise<NodeResult> {
  const { readers, author } = editing;
  const [known] = named.type === "Source" ? await readers.articles.sourcesByKey([named.key]) : [];
  const before = found(known, "source", "source");
  const { key } = before;
  const logged = { type: "Source" as const, key };
  await editing.expect(logged, expectedRevision, "expectedRevision");
  const values = {
    ...before,
    name: name ?? before.name,
    domain: domain === undefined ? before.domain : domain,
    owner: owner === undefined ? before.owner : owner,
  };
  await applyBeside(editing, author, async ({ tx, rows }) => {
    await rows.node(tx.tables.source, { key }, values, logged);
  });
  return logged;
}
