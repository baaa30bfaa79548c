import { encodeChangeCursor } from "../../domain/change-cursor.ts";
import { builder } from "../builder.ts";
import type { Context } from "../context.ts";
import {
  ArticleRef,
  DraftRef,
  EventRef,
  OrganizationRef,
  PersonRef,
  PlaceRef,
  QuoteRef,
  SourceRef,
  StatusChangeRef,
  TopicRef,
} from "../refs.ts";
import type { NodeView } from "../views.ts";

const DESCRIPTION =
  "What it is now: another whenever it is changed. Give it as `expectedRevision`, so that you change what you saw.";

for (const ref of [
  TopicRef,
  PlaceRef,
  SourceRef,
  QuoteRef,
  ArticleRef,
  DraftRef,
  StatusChangeRef,
  EventRef,
]) {
  builder.objectField(ref, "recordRevision", (t) =>
    t.string({
      description: DESCRIPTION,
      resolve: (view: NodeView, _args, context) => revision(view, context),
    }),
  );
}
for (const ref of [PersonRef, OrganizationRef]) {
  builder.objectField(ref, "recordRevision", (t) =>
    t.string({ description: DESCRIPTION, resolve: (view, _args, context) => revision(view, context) }),
  );
}

/** An event is changed where a step of its history is. */
async function revision(view: NodeView, { load }: Context): Promise<string> {
  const steps = view.__typename === "Event" ? view.record.changes.map((change) => change.key) : [];
  const entries = [`${view.__typename} ${view.record.key}`, ...steps.map((key) => `StatusChange ${key}`)];
  const positions = await Promise.all(entries.map((entry) => load.lastWritten.load(entry)));
  return encodeChangeCursor(Math.max(0, ...positions.map((one) => one ?? 0)));
}
