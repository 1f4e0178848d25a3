import { gunzipSync } from "node:zlib";

/** CloudTrail's log files have some megabytes; what unfolds to more than this is a bomb. */
const LARGEST = 512 * 1024 * 1024;

/**
 * What a gzip file holds, or nothing when it is none, is damaged, or has anything behind its end: what a hash of
 * its content would not cover.
 */
export function inflate(bytes: Uint8Array): Buffer | undefined {
  try {
    const { buffer, engine } = gunzipSync(bytes, { info: true, maxOutputLength: LARGEST }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === bytes.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}
