import { join } from "node:path";
import { ROOT } from "../config/root";

export { ROOT };

/** What the commands install and keep for themselves; ignored by git, and safe to delete. */
export const OWN = join(ROOT, ".clover");

export const EMULATOR = join(ROOT, "emulator");
export const SYNTHESIZED = join(ROOT, "cdktf.out");
export const STATE = join(ROOT, ".terraform-state");
