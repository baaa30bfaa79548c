/** What others wrote, for a screen: signs that would steer it are none of the text. */
export function printable(text: string): string {
  return text.replaceAll(/(?![\t\n])\p{Cc}/gu, "\ufffd");
}

/** A number with its word: 1 draft, 2 drafts. */
export function count(number: number, word: string): string {
  return `${number} ${number === 1 ? word : `${word}s`}`;
}

/** A confidence from 0 to 1 in words. */
export function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
