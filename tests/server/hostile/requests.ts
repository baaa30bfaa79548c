import { bodies, http } from "./bodies.ts";
import { floods, fragments, introspection, nesting } from "./documents.ts";
import type { HostileRequest } from "./request.ts";
import { prototypes, values } from "./values.ts";

export const HOSTILE_REQUESTS: Readonly<Record<string, readonly HostileRequest[]>> = {
  nesting,
  fragments,
  floods,
  introspection,
  values,
  prototypes,
  bodies,
  http,
};
