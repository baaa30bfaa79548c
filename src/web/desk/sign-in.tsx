import { DeskPage } from "./layout.tsx";

/** The page on which an editor signs in. */
export function signInPage({ next, problem }: { readonly next: string; readonly problem: string | null }) {
  return (
    <DeskPage title="Sign in" seat={null}>
      <h1>The desk</h1>
      <p class="state">Review what was drafted from articles, and put it on record.</p>
      <form method="post" action="/desk/sign-in" class="sheet">
        {problem !== null && (
          <p class="problem" id="problem" role="alert">
            {problem}
          </p>
        )}
        <input type="hidden" name="next" value={next} />
        <label>
          Your key
          <input
            type="password"
            name="key"
            required
            autocomplete="current-password"
            autofocus
            spellcheck={false}
            aria-invalid={problem !== null ? "true" : undefined}
            aria-describedby={problem !== null ? "problem" : "hint"}
          />
        </label>
        <button type="submit">Sign in</button>
        <p class="hint" id="hint">
          Whoever runs this server makes keys: <code>dateline keys create --name … --scope editor</code>. You
          stay signed in for a week, or until you sign out.
        </p>
      </form>
    </DeskPage>
  );
}
