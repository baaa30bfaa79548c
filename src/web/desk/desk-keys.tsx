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

/** The keys of the desk. They need the script, which shows the button; without it neither is there. */
export function DeskKeys() {
  return (
    <>
      <button type="button" id="show-keys" class="plain" hidden>
        Keys
      </button>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {KEYS.map(([key, what]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
