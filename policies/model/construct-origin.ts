import { isObject } from "./data";

/** A line of the program that made a resource. */
export interface SourceLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Where a resource comes from, as the CDK writes it into its comment. */
export interface ConstructOrigin {
  readonly path?: string;
  /** The construct's own line; only where the program was told to write stack traces. */
  readonly source?: SourceLine;
}

const FRAME = /\(?((?:file:\/\/)?[^\s()]+\.[cm]?[jt]s):(\d+):\d+\)?$/;

/** @param comment a block's `//` */
export function constructOrigin(comment: unknown): ConstructOrigin {
  const metadata = isObject(comment) ? comment["metadata"] : undefined;
  if (!isObject(metadata)) return {};
  const trace = Array.isArray(metadata["stackTrace"]) ? metadata["stackTrace"] : [];
  const frames = trace.map((frame) => FRAME.exec(String(frame).trim())).filter((match) => match !== null);
  const own = frames.find(([, file]) => !file!.includes("node_modules"));
  return {
    ...(typeof metadata["path"] === "string" ? { path: metadata["path"] } : {}),
    ...(own ? { source: { file: own[1]!.replace(/^file:\/\//, ""), line: Number(own[2]) } } : {}),
  };
}
