/** A key and what it does. */
export type KeyHelp = readonly (readonly [key: string, what: string])[];

/** A list of keys, in a dialog. They need the script, which shows the button; without it neither is there. */
export function KeysDialog({ keys }: { readonly keys: KeyHelp }) {
  return (
    <>
      <button type="button" id="show-keys" class="plain" hidden>
        Keys
      </button>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {keys.map(([key, what]) => (
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
