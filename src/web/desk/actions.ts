import type { Viewer } from "../../domain/access.ts";
export type Given = Readonly<Record<string, string>>;
export interface DeskActions {
  paste(given: Given, viewer: Viewer): Promise<{ readonly slug: string } | { readonly problem: string }>;
  decide(given: Given, viewer: Viewer): Promise<string | null>;
  add(
    slug: string,
    given: Given,
    viewer: Viewer,
  ): Promise<{ readonly draft: string } | { readonly problem: string }>;
}
