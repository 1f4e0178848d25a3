import { once } from "../once";

/** A list as text, written once: many questions ask about the same long list of actions. */
export const writtenOut = once((texts: readonly string[]): string => JSON.stringify(texts));
