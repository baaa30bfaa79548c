import type { DocumentNode } from "graphql";

/** An operation, or a document of several, that the operator has registered: parsed, and valid for the schema. */
export interface PersistedOperation {
  readonly text: string;
  readonly document: DocumentNode;
  /** The one operation that the id stands for; without it, the id stands for the document. */
  readonly operationName?: string;
}

/** What is registered, by id. It never changes while the server runs. */
export type PersistedOperations = ReadonlyMap<string, PersistedOperation>;

/** How the server uses what is registered. */
export interface PersistedSettings {
  readonly operations: PersistedOperations;
  /** Whether nothing else runs. */
  readonly only: boolean;
  /** How long caches may answer a persisted query without asking again, in seconds. */
  readonly maxAgeSeconds: number;
}
