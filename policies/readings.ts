import { Model } from "./model/model";
import type { StackSource } from "./model/source";
import { supposed } from "./model/supposed";

/** The judged output, and where a plan is judged by itself, the other reading of it. */
export interface Readings {
  readonly model: Model;
  readonly supposed?: Model;
}

export function readingsOf(sources: readonly StackSource[]): Readings {
  const others = sources.map((source) => supposed(source) ?? source);
  const model = new Model(sources);
  return others.some(({ isSupposed }) => isSupposed) ? { model, supposed: new Model(others) } : { model };
}
