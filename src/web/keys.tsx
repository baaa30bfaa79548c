import { KeysDialog } from "./keys-dialog.tsx";

const KEYS = [
  ["j", "the next entry"],
  ["k", "the entry before"],
  ["/", "search"],
  ["?", "this list"],
  ["Esc", "close it"],
] as const;

/** The keys that pages know. */
export function Keys() {
  return <KeysDialog keys={KEYS} />;
}
