import { readFileSync } from "node:fs";
import { z } from "zod";
import { Failure } from "../failure";

/** What alone is deployed. */
const DEPLOYED = "branch main";
const REVIEWED = "required_reviewers";

/** What is read of an environment. @see https://docs.github.com/en/rest/deployments/environments#get-an-environment */
const ENVIRONMENT = z.object({
  name: z.string(),
  protection_rules: z.array(
    z.object({
      type: z.string(),
      prevent_self_review: z.boolean().optional(),
      reviewers: z.array(z.unknown()).optional(),
    }),
  ),
  // GitHub's reference does not name it; its answers have it.
  can_admins_bypass: z.boolean().optional(),
  deployment_branch_policy: z.object({ custom_branch_policies: z.boolean() }).nullish(),
});
/** @see https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies */
const BRANCHES = z.object({
  branch_policies: z.array(z.object({ name: z.string(), type: z.string().default("branch") })),
});

/**
 * What GitHub does not demand of an approval that the pipeline relies on, a sentence each: that somebody approves, that
 * it is somebody else than who started the deployment, that no administrator goes past them, and that nothing but main
 * is deployed. What GitHub does not say is not so.
 *
 * @param environment file with GitHub's answer about the environment
 * @param branches file with its answer about the branches that may be deployed to it
 * @throws Failure when one of them is no such answer
 */
export function approvalProblems(environment: string, branches: string): readonly string[] {
  const { name, protection_rules, can_admins_bypass, deployment_branch_policy } = answerIn(environment, ENVIRONMENT);
  const admitted = answerIn(branches, BRANCHES).branch_policies.map(({ type, name: branch }) => `${type} ${branch}`);
  const approvals = protection_rules.filter(({ type, reviewers = [] }) => type === REVIEWED && reviewers.length > 0);
  const byOthers = approvals.filter(({ prevent_self_review }) => prevent_self_review === true);
  const isOpenToNoOther = deployment_branch_policy?.custom_branch_policies === true;
  const demanded: readonly (readonly [holds: boolean, problem: string])[] = [
    [approvals.length > 0, "nobody has to approve; name its required reviewers"],
    [byOthers.length === approvals.length, "whoever starts a deployment may approve it; prevent self-review"],
    [can_admins_bypass === false, "administrators may bypass the approval; do not allow them to"],
    [
      isOpenToNoOther && admitted.join() === DEPLOYED,
      `it is not open to the ${DEPLOYED} alone; select that by its name`,
    ],
  ];
  return demanded.filter(([holds]) => !holds).map(([, problem]) => `${name}: ${problem}.`);
}

function answerIn<T>(file: string, form: z.ZodType<T>): T {
  const { data, error } = form.safeParse(jsonIn(file));
  if (data !== undefined) return data;
  const [first] = error!.issues;
  throw new Failure(`${file}: it is no answer of GitHub's: '${first?.path.map(String).join(".")}' ${first?.message}.`);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(`${file}: GitHub's answer cannot be read: ${code ?? message}.`);
  }
}
