/** A statement of an IAM policy as AWS writes it. */
export type ExampleStatement = Readonly<Record<string, unknown>>;

/** A policy of these statements, as it stands in a configuration. */
export function policyOf(...statements: readonly ExampleStatement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
