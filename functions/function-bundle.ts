/** The code of one function, ready to be deployed. */
export interface FunctionBundle {
  /** The folder under `functions/` that it comes from. */
  readonly name: string;
  /** A zip file with `index.js`, which exports `handler`. The same code makes the same bytes on every machine. */
  readonly zipFile: string;
  /** Of the zip file, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Bundles the function of a name, when a stack asks for it.
 *
 * @throws Error when there is no such function, or it cannot be bundled
 */
export type Functions = (name: string) => FunctionBundle;
