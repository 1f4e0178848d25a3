import { join } from "node:path";

/** The project's root: what is read from its folders is found from any folder that a command is run in. */
export const ROOT = join(__dirname, "..");
