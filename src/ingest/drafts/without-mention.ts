import { foldedName } from "../../domain/folded-name.ts";
import { namedAgents } from "../../domain/proposal.ts";
import type { Author } from "../../store/change-log.ts";
import type { Draft } from "../../store/drafts.ts";
import type { Readers } from "../../store/readers.ts";
import type { Application } from "../apply/application.ts";
import { applyBeside } from "../apply/apply-story.ts";
import { removeEvidence, withdrawAliases } from "../apply/withdraw.ts";
import { addedWith, writtenWith } from "./added-with.ts";

/**
 * Takes from a person on record what a draft of them added, which waits for a decision again: names that nothing else that was
 * accepted uses, and the evidence of roles. Whoever came on record by the draft stays, since others may refer to them.
 *
 * @param gone the draft as it was when it was accepted
 */
export async function withoutMention(
  within: Pick<Application, "tx" | "readers">,
  gone: Draft,
  author: Author,
): Promise<void> {
  const { readers } = within;
  const { payload, factKey } = gone;
  if (payload.kind !== "PERSON" || factKey === null) return;
  const [person] = await readers.agents.byKey("PERSON", [factKey]);
  const node = { type: "Person" as const, key: factKey };
  const written = await writtenWith(readers, node, gone);
  const isNew = written.some(({ table, before }) => table === "agent" && before === null);
  if (person === undefined || isNew) return;
  const used = await namesInUse(readers, gone, factKey);
  const isNeedless = (name: unknown): name is string =>
    typeof name === "string" && !used.has(foldedName(name));
  const aliases = (await addedWith(readers, node, gone)).flatMap(({ table, row }) =>
    table === "agent_alias" && isNeedless(row["alias"]) ? row["alias"] : [],
  );
  const renamed = written.find(({ table, row }) => table === "agent" && row["name"] === person.name);
  const name = renamed?.before?.["name"];
  const places = payload.roles.map(({ passage }) => passage.start);
  const roles = await readers.agents.roles([person.id]);
  const evidence = await readers.evidence.inFull(await readers.evidence.ofRoles(roles.map(({ id }) => id)));
  const others = (await readers.drafts.ofFact("PERSON", factKey)).filter(({ key }) => key !== gone.key);
  const isTold = others.some(({ articleId }) => articleId === gone.articleId);
  const pieces = evidence.filter(
    ({ articleId, method, passage, revision }) =>
      !isTold &&
      articleId === gone.articleId &&
      method === gone.method &&
      passage !== null &&
      places.includes((revision === gone.revision ? passage.start : passage.currentStart) ?? -1),
  );
  await applyBeside(within, author, async (application) => {
    const { tx, rows, changed } = application;
    if (typeof name === "string" && name !== person.name && isNeedless(person.name)) {
      await rows.node(tx.tables.agent, { type: "PERSON", key: factKey }, { ...person, name }, node);
    }
    await withdrawAliases(application, factKey, aliases);
    await removeEvidence(rows, pieces, node);
    changed.agents.add(person.id);
  });
}

/** Folded names by which other drafts that were accepted call somebody: those of the person, and all of the article. */
async function namesInUse({ drafts }: Readers, gone: Draft, factKey: string): Promise<ReadonlySet<string>> {
  const ofArticle = (await drafts.ofArticles([gone.articleId])).filter(({ state }) => state === "ACCEPTED");
  const others = [...ofArticle, ...(await drafts.ofFact("PERSON", factKey))].filter(
    ({ key }) => key !== gone.key,
  );
  return new Set(
    others.flatMap(({ payload }) =>
      namedAgents(payload).flatMap(({ name }) => [
        foldedName(name),
        ...(payload.kind === "PERSON" ? payload.aliases.map(foldedName) : []),
      ]),
    ),
  );
}
