/** How far the review of an article has come: n of m. */
export function Progress({ decided, all }: { readonly decided: number; readonly all: number }) {
  const words = `${decided} of ${all} decided`;
  return (
    <p class="progress">
      <progress value={decided} max={Math.max(all, 1)} aria-label={words} />
      <span>{words}</span>
    </p>
  );
}
