import type { Drafted, Mention, readRunningStory } from "./running.ts";

type Story = NonNullable<ReturnType<typeof readRunningStory>>;

interface GoldMention extends Mention {
  readonly instance: string;
  /** Clusters that a drafted mention stands for it in. */
  readonly clusters: Set<string>;
}

/**
 * How well what several articles tell was brought together, in pairs of mentions in different articles. A drafted mention stands
 * for the gold mention that it shares most of its extent with.
 */
export function togetherScores(story: Story, drafted: Drafted): string[] {
  return (["people", "events"] as const).map((part) => {
    const gold = story.flatMap((article) =>
      article[part].flatMap(({ instance, mentions }) =>
        instance
          ? mentions.map(
              (mention): GoldMention => ({ ...mention, doc: article.doc, instance, clusters: new Set() }),
            )
          : [],
      ),
    );
    const standing = drafted[part].flatMap(({ id, mentions }) =>
      mentions.flatMap((mention) => {
        const found = nearest(gold, mention);
        found?.clusters.add(id);
        return found === null ? [] : [{ id, doc: mention.doc, instance: found.instance }];
      }),
    );
    const draftedPairs = pairs(standing).filter(([a, b]) => a.id === b.id && a.doc !== b.doc);
    const right = draftedPairs.filter(([a, b]) => a.instance === b.instance).length;
    const goldPairs = pairs(gold).filter(([a, b]) => a.instance === b.instance && a.doc !== b.doc);
    const reached = goldPairs.filter(([a, b]) => a.clusters.size > 0 && b.clusters.size > 0);
    const found = reached.filter(([a, b]) => [...a.clusters].some((id) => b.clusters.has(id))).length;
    return `${part.padEnd(7)} precision ${share(right, draftedPairs.length)}   recall ${share(found, goldPairs.length)}   of those reached ${share(found, reached.length)}`;
  });
}

function nearest(gold: readonly GoldMention[], { doc, start, end }: Mention): GoldMention | null {
  let best = 0;
  let found: GoldMention | null = null;
  for (const one of gold) {
    if (one.doc !== doc) continue;
    const shared = Math.min(end, one.end) - Math.max(start, one.start);
    const extent = Math.max(end, one.end) - Math.min(start, one.start);
    if (shared > 0 && shared / extent > best) {
      best = shared / extent;
      found = one;
    }
  }
  return found;
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));
}

function share(part: number, whole: number): string {
  return whole === 0 ? "- (0 of 0)" : `${((100 * part) / whole).toFixed(1)} (${part} of ${whole})`;
}
