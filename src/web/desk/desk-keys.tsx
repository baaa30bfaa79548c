import { KeysDialog } from "../keys-dialog.tsx";

const KEYS = [
  ["a", "accept"],
  ["e", "edit, and then accept"],
  ["r", "reject"],
  ["m", "accept as the same as what is on record"],
  ["j", "the next draft"],
  ["k", "the draft before"],
  ["u", "undo the last decision"],
  ["n", "add what was missed: the words selected"],
  ["?", "this list"],
  ["Esc", "close it, or leave a field"],
] as const;

/** The keys of the desk. */
export function DeskKeys() {
  return <KeysDialog keys={KEYS} />;
}
