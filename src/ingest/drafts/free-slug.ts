/** A slug that nothing has yet: the one wanted, or that with the first number from 2 on that is free. */
export async function freeSlug(wanted: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  let slug = wanted;
  for (let number = 2; await isTaken(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}
