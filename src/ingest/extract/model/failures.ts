import { DatelineError } from "../../../domain/errors.ts";

/** One text could not be drafted; the next may be. */
export function unusable(why: string): DatelineError {
  return new DatelineError("NOT_EXTRACTED", `The model drafted nothing: ${why}.`);
}

/** No text can be drafted now. */
export function unavailable(why: string): DatelineError {
  return new DatelineError("EXTRACTOR_UNAVAILABLE", `The model cannot be asked: ${why}.`);
}
