import type { RoundResult } from "./load.ts";

/** What was measured of a server. */
export interface Measured {
  readonly name: string;
  readonly rounds: readonly (RoundResult & {
    /** Processor time of the server for a request, in microseconds; null where that is not known. */
    readonly cpu: number | null;
  })[];
}

/** A table of what was measured; ratios are within rounds, to the first. */
export function report(measured: readonly Measured[], ratioName = "to floor"): string {
  const [floor] = measured;
  const lines = measured.map(({ name, rounds }) => {
    const rates = rounds.map(rate);
    const ratios = rounds.map((round, index) => rate(round) / rate(floor?.rounds[index] ?? round));
    const at = (share: number) => median(rounds.map(({ latencies }) => quantile(latencies, share)));
    const known = rounds.flatMap(({ cpu }) => cpu ?? []);
    return [
      name,
      median(rates).toFixed(0),
      `${Math.min(...rates).toFixed(0)}-${Math.max(...rates).toFixed(0)}`,
      median(ratios).toFixed(2),
      at(0.5).toFixed(1),
      at(0.99).toFixed(1),
      known.length === 0 ? "-" : median(known).toFixed(0),
    ];
  });
  const head = ["", "requests/s", "range", ratioName, "p50 ms", "p99 ms", "CPU us/request"];
  return `${[head, ...lines].map((cells) => cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(15))).join("")).join("\n")}\n`;
}

function rate({ requests, seconds }: RoundResult): number {
  return requests / seconds;
}

function median(numbers: readonly number[]): number {
  return quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
}

function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN;
}
