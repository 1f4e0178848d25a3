import type { Estate } from "../config/estate";
import { monitorPlace, operatorPlaces, type StackPlace } from "../config/places";
import type { Model } from "./model/model";

/** What a policy judges with: the output, and what the estate declares. */
export interface Context {
  readonly model: Model;
  readonly estate: Estate;
  /** ISO date. */
  readonly today: string;
  /** Whether every declared stack must be there: a whole synth folder was given. */
  readonly whole: boolean;
  /** The other reading of the same output, where a plan is judged by itself. */
  readonly supposed?: Model;
}

/** The places of the estate proper, the monitor's first: every stack but those that keep state. */
export function declaredPlaces(estate: Estate): readonly StackPlace[] {
  return [monitorPlace(estate), ...operatorPlaces(estate)];
}

/** The declared places whose stacks are judged here. */
export function judgedPlaces({ model, estate }: Context): readonly StackPlace[] {
  return declaredPlaces(estate).filter(({ stack }) => model.stacks.includes(stack));
}
