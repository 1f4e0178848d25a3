/** The check cannot run: one clear sentence that names the file and what is wrong with it. */
export class InputError extends Error {
  constructor(
    readonly path: string,
    problem: string,
  ) {
    super(`${path || "(a path that is empty)"}: ${problem}`);
  }
}
