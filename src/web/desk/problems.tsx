import { DeskPage, type Seat } from "./layout.tsx";

/** The page for those whose key does not let them edit. */
export function NotAllowed({ seat }: { readonly seat: Seat }) {
  return (
    <DeskPage title="Not for this key" seat={seat}>
      <h1>This takes an editor’s key</h1>
      <p class="banner" role="alert">
        You are signed in as <bdi>{seat.name}</bdi>, who may read. Sign out above, or{" "}
        <a href="/desk/sign-in">sign in with another key</a>.
      </p>
    </DeskPage>
  );
}

/** The page for what cannot be done, and why. */
export function Trouble({ seat, why }: { readonly seat: Seat; readonly why: string }) {
  return (
    <DeskPage title="That did not work" seat={seat}>
      <h1>That did not work</h1>
      <p class="banner" role="alert">
        {why}
      </p>
      <p>
        <a href="/desk">Back to the queue</a>
      </p>
    </DeskPage>
  );
}
