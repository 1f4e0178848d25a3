/** Something a person can act on: one or two clear sentences, and no stack trace. */
export class Failure extends Error {
  /** @param exitCode 1 when something was found, 2 when the command could not run */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(message);
    this.name = "Failure";
  }
}
