/** Makes what belongs to each variant once, such as the statement for a shape of question. Variants are flat. */
export function madeOnce<Variant extends object, T>(make: (variant: Variant) => T): (variant: Variant) => T {
  const made = new Map<string, T>();
  return (variant) => {
    const name = Object.values(variant).join();
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(variant);
    made.set(name, fresh);
    return fresh;
  };
}
