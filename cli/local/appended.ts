import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** What is appended to a file while it is written: at each call the lines that have ended since the one before. */
export function appendedTo(file: string): () => readonly string[] {
  let [read, begun] = [0, ""];
  return () => {
    const added = bytesFrom(file, read);
    read += added.length;
    // A character may be written in two parts; a byte is never: what is looked for is ASCII.
    const lines = (begun + added.toString("latin1")).split("\n");
    begun = lines.pop()!;
    return lines;
  };
}

function bytesFrom(file: string, position: number): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - position));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, position));
  } finally {
    closeSync(descriptor);
  }
}
