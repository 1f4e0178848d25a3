import { Option } from "commander";

/** The same in every command that is about one estate. */
export interface OfEstate {
  readonly estate?: string;
}

export const estateOption = () =>
  new Option("--estate <name or file>", "a name under config/environments, or a file; otherwise CLOVER_ESTATE");
