import { GuaranteeError } from "../guarantee-error";

interface Quota {
  /** The attribute that is the document. */
  readonly attribute: string;
  readonly characters: number;
}

/**
 * The largest document of each kind that AWS takes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const QUOTAS: Readonly<Record<string, Quota>> = {
  aws_cloudwatch_event_bus_policy: { attribute: "policy", characters: 10_240 },
  aws_iam_policy: { attribute: "policy", characters: 6_144 },
  aws_iam_role: { attribute: "assume_role_policy", characters: 2_048 },
  aws_iam_role_policy: { attribute: "policy", characters: 10_240 },
  aws_kms_key: { attribute: "policy", characters: 32_768 },
  aws_organizations_policy: { attribute: "content", characters: 5_120 },
  aws_s3_bucket_policy: { attribute: "policy", characters: 20_480 },
  aws_vpc_endpoint: { attribute: "policy", characters: 20_480 },
};

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * Checks that AWS will take every document that a stack is about to write: an estate that has grown
 * too large is refused here, and not half-way through a deployment.
 *
 * @param terraform the stack's Terraform JSON, tokens resolved
 * @throws policy.too-large
 */
export function requireWithinQuotas(stack: string, terraform: Readonly<Record<string, unknown>>): void {
  for (const [type, named] of Object.entries((terraform["resource"] ?? {}) as Resources)) {
    const quota = QUOTAS[type];
    if (!quota) continue;
    for (const [name, attributes] of Object.entries(named)) {
      const document = attributes[quota.attribute];
      if (typeof document !== "string" || document.length <= quota.characters) continue;
      throw new GuaranteeError(
        "policy.too-large",
        stack,
        `'${type}.${name}.${quota.attribute}' must have at most ${quota.characters} characters, got ${document.length}; declare fewer sites in this estate`,
      );
    }
  }
}
