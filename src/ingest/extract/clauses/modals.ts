/** Modal verbs as they are parted from what is joined to them: “wo” of “won’t”. */
export const MODALS: ReadonlySet<string> = new Set(
  "will shall would could may might can should must 'll 'd wo ca sha".split(" "),
);
