import { readFileSync, statSync, type Stats } from "node:fs";
import { isObject } from "./data";
import { InputError } from "./input-error";
import { parseJson } from "./json";
import type { Unread } from "./source";

/** A plan of several hundred thousand resources; what is larger does not fit into this program's memory. */
const LARGEST_MEGABYTES = 256;
const UTF_8 = new TextDecoder("utf-8", { fatal: true });

export interface JsonFile {
  readonly json: Readonly<Record<string, unknown>>;
  /** Keys that are there twice. */
  readonly unread: readonly Unread[];
}

/**
 * Reads a file that holds one JSON object.
 *
 * @throws InputError when it cannot be read, or holds something else
 */
export function readJson(path: string): JsonFile {
  const status = statusOf(path);
  if (!status.isFile()) throw new InputError(path, "it is neither a file nor a folder; write it to a file first");
  const megabytes = status.size / 2 ** 20;
  if (megabytes > LARGEST_MEGABYTES) {
    throw new InputError(path, `it has ${Math.ceil(megabytes)} MB; this reads at most ${LARGEST_MEGABYTES} MB`);
  }
  if (status.size === 0) throw new InputError(path, "it is empty");
  const bytes = attempt(path, () => readFileSync(path));
  const begins = bytes.subarray(0, 4).toString("latin1");
  if (begins === "PK\u0003\u0004") {
    throw new InputError(path, "it is a binary plan; give the output of `terraform show -json` for it");
  }
  if (/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(begins)) {
    throw new InputError(path, "it begins with a byte order mark; save it as UTF-8 without one");
  }
  const { json, duplicateKeys } = attempt(path, () => parseJson(UTF_8.decode(bytes)));
  if (!isObject(json)) throw new InputError(path, "it is JSON, but no object");
  const unread = duplicateKeys.map((key): Unread => ({
    address: "stack",
    jsonPath: key,
    what: `the key ${JSON.stringify(key)} twice in one object`,
    outcome: "fail",
  }));
  return { json, unread };
}

/** @throws InputError when the file system refuses, or what is read is no JSON */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(path, `it is no valid JSON: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw new InputError(path, "it is not UTF-8; save it as UTF-8");
    throw new InputError(path, `it cannot be read: ${code ?? String(error)}`);
  }
}

/** @throws InputError when nothing is there */
export function statusOf(path: string): Stats {
  const status = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (!status) throw new InputError(path, "there is no such file or folder; run `npx cdktf synth` first");
  return status;
}
