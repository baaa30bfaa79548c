/** Reads an option of the command line that is a positive whole number. */
export function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} is "${text}"; give a positive whole number.`);
  return Number(text);
}
