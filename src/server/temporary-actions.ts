import { decodeNodeId } from "../graphql/node-id.ts";
import { acceptDrafts } from "../ingest/drafts/accept-drafts.ts";
import { draftArticle } from "../ingest/drafts/draft-article.ts";
import { rejectDrafts } from "../ingest/drafts/reject-drafts.ts";
import { ingestAll } from "../ingest/ingest.ts";
import type { Store } from "../store/open.ts";
import type { DeskActions } from "../web/desk/actions.ts";

export function temporaryActions(store: Store, now: () => Date): DeskActions {
  return {
    async paste(given, viewer) {
      let slug = "";
      let problem = "";
      const summary = await ingestAll(store, ["-"], {
        now,
        actor: viewer.name,
        draft: draftArticle,
        topic: { slug: given["topic"] || "new-topic", title: given["newTopic"] },
        published: given["published"] || undefined,
        language: given["language"] || undefined,
        stdin: (async function* () {
          yield Buffer.from(given["text"] ?? "");
        })(),
        onOutcome: (o) => {
          slug = o.slug ?? slug;
          problem = o.reason ?? problem;
        },
      });
      void summary;
      return slug ? { slug } : { problem };
    },
    async decide(given, viewer) {
      const { key } = decodeNodeId(given["draft"] ?? "");
      const author = { at: now(), actor: viewer.name };
      if (given["action"] === "accept") await acceptDrafts(store, { keys: [key] }, author);
      else if (given["action"] === "reject") await rejectDrafts(store, { keys: [key] }, author);
      else return "not yet";
      return null;
    },
    async add() {
      return { problem: "not yet" };
    },
  };
}
