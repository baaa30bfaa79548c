import type { Journal, LoggedNode } from "../../store/change-log.ts";
import type { Engine } from "../../store/engine.ts";
import type { ReferredTo } from "./references.ts";

/** What each thing stands for, by what it is; those that stand for themselves are left out. */
export type Roots = Readonly<Record<ReferredTo, ReadonlyMap<number, number>>>;

/** What merges touch, by row number. */
export interface Touched {
  readonly events: Set<number>;
  readonly quotes: Set<number>;
  readonly articles: Set<number>;
  readonly agents: Set<number>;
  readonly places: Set<number>;
}

/** References on their way to where the merges that hold want them. */
export interface Settling {
  readonly tx: Engine;
  readonly roots: Roots;
  /** What is merged or parted. */
  readonly type: ReferredTo;
  readonly members: ReadonlySet<number>;
  readonly journal: Journal;
  /** The thing in whose entry of the log it stands. */
  readonly node: LoggedNode;
  readonly touched: Touched;
}
