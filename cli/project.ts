import { join } from "node:path";

/** The project's root: every command works from any folder. */
export const ROOT = join(__dirname, "..");

/** What the commands install and keep for themselves; ignored by git, and safe to delete. */
export const OWN = join(ROOT, ".clover");

export const EMULATOR = join(ROOT, "emulator");
export const SYNTHESIZED = join(ROOT, "cdktf.out");
export const STATE = join(ROOT, ".terraform-state");
