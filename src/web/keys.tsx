const KEYS = [
  ["j", "the next entry"],
  ["k", "the entry before"],
  ["/", "search"],
  ["?", "this list"],
  ["Esc", "close it"],
] as const;

/** The keys that pages know. They need the script, which shows the button; without it neither is there. */
export function Keys() {
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
