const NAME = "CLOVER_SYNTHS_OF_THIS_RUN";

/** The folder that keeps what the tests have synthesized for as long as they run. */
export function synthsOfThisRun(): string {
  const folder = process.env[NAME];
  if (folder === undefined) throw new Error(`${NAME} is not set: Jest's global setup sets it`);
  return folder;
}

/** Before the tests: their processes inherit it. */
export function keepSynthsIn(folder: string): void {
  process.env[NAME] = folder;
}
