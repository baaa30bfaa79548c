/** A number with its word: 1 draft, 2 drafts. */
export function count(number: number, word: string): string {
  return `${number} ${number === 1 ? word : `${word}s`}`;
}

/** A confidence from 0 to 1 in words. */
export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
