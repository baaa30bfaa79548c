import type { AgentName } from "../../../domain/draft.ts";
import type { SpeakerKind } from "../../../domain/model.ts";

/** Who says something, as far as the text tells. */
export interface Speaker {
  readonly agent: AgentName | null;
  readonly kind: SpeakerKind;
  readonly asWritten: string | null;
  /** Name of the organization that an unnamed one speaks for. */
  readonly speaksFor: string | null;
  /** Of people, where it is known. */
  readonly gender: "MALE" | "FEMALE" | null;
  /** How sure it is that this is whom the words stand for, from 0 to 1. */
  readonly sure: number;
}

/** The text does not tell who. */
export const NOBODY: Speaker = {
  agent: null,
  kind: "UNKNOWN",
  asWritten: null,
  speaksFor: null,
  gender: null,
  sure: 1,
};
