import type { Resources } from "../../examples";
import { DUBLIN } from "./example-people";
import { policyJson, trustJson } from "./example-trust";

export const AUDITOR = "arn:aws:iam::900000000009:role/auditor";
const EXTERNAL_ID = { StringEquals: { "sts:ExternalId": "clover-local-audit" } };

/** One of the monitor's roles in Dublin, for examples: its policy is its boundary too. */
export function visit(
  purpose: "auditor" | "containment",
  statements: readonly object[],
  changes: Readonly<Record<string, unknown>> = {},
): Resources {
  const name = `clover-local-dublin-${purpose}`;
  return {
    aws_iam_policy: { [purpose]: { name, policy: policyJson(...statements) } },
    aws_iam_role: {
      [purpose]: {
        name,
        permissions_boundary: `arn:aws:iam::${DUBLIN}:policy/${name}`,
        assume_role_policy: trustJson({ AWS: [AUDITOR] }, EXTERNAL_ID),
        ...changes,
      },
    },
    aws_iam_role_policy_attachment: {
      [purpose]: { role: `\${aws_iam_role.${purpose}.name}`, policy_arn: `\${aws_iam_policy.${purpose}.arn}` },
    },
  };
}
