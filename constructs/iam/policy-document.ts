import { GuaranteeError } from "../guarantee-error";

type Values = string | readonly string[];

/** Operator → condition key → values, as AWS writes it. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, Values>>>>;

/** One statement of an IAM policy, as AWS writes it. Exactly one of Action and NotAction stands. */
export interface Statement {
  /** Letters and digits, another in each statement of a document. */
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

/**
 * The statements as literal, minified JSON: a reviewer and a policy can read it in the output.
 *
 * @param path of the construct that is asked for the document, where several others add to it
 * @throws policy.repeated-sid when AWS would refuse the document
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function policyDocument(statements: readonly Statement[], path = "policy document"): string {
  const repeated = statements.find(({ Sid }, index) => statements.findIndex((other) => other.Sid === Sid) < index);
  if (repeated) {
    throw new GuaranteeError(
      "policy.repeated-sid",
      path,
      `'Sid' must be another in each statement, got ${repeated.Sid} twice; name each statement after what it is about`,
    );
  }
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
