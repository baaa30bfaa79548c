/** Words that came from outside as they may stand in a message: short, on one line, and without the key. */
export function sayable(words: string, key: string | undefined): string {
  const open = key === undefined || key === "" ? words : words.replaceAll(key, "***");
  const line = open.replace(/[\p{C}\s]+/gu, " ").trim();
  const letters = Array.from(line);
  return letters.length > 200 ? `${letters.slice(0, 200).join("")}…` : line.replace(/\.$/, "");
}
