import { createHash } from "node:crypto";

/** An object as a service of AWS would have put it. */
export interface DeliveredObject {
  readonly key: string;
  readonly body: Buffer;
  /** Names without `x-amz-meta-`. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What AWS would have drawn by lot: the same for the same words, so that a rehearsal can be repeated. */
export function drawn(length: number, ...words: readonly string[]): string {
  return createHash("sha256").update(words.join("\n")).digest("hex").slice(0, length);
}

export function drawnUuid(...words: readonly string[]): string {
  const hex = drawn(32, ...words);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
