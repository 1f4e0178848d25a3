type Values = string | readonly string[];

/** Operator → condition key → values, as AWS writes it. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, Values>>>>;

/** One statement of an IAM policy, as AWS writes it. Exactly one of Action and NotAction stands. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, Values>>;
  readonly Action?: Values;
  readonly NotAction?: Values;
  /** Exactly one of Resource and NotResource stands, but in trust policies. */
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Condition?: Conditions;
}

/** The statements as literal, minified JSON: a reviewer and a policy can read it in the output. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/**
 * A role's trust policy for one AWS service.
 *
 * @param account the account that the service must act for. Absent for a service that is not documented
 *   to say whom it acts for when it assumes a role (S3 replication): there `iam:PassRole` decides, and
 *   that never crosses accounts.
 */
export function serviceTrust(service: string, account?: string): string {
  return policyDocument([
    {
      Sid: "Service",
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      ...(account ? { Condition: { StringEquals: { "aws:SourceAccount": account } } } : {}),
    },
  ]);
}
