import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approvalProblems } from "../../../cli/plan/approval";

const FOLDER = mkdtempSync(join(tmpdir(), "clover-approval-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const reviewers = {
  id: 1,
  type: "required_reviewers",
  prevent_self_review: true,
  reviewers: [{ type: "Team", reviewer: { id: 1, name: "deployers" } }],
};
const ENVIRONMENT = {
  id: 1,
  name: "deploy-dublin",
  can_admins_bypass: false,
  protection_rules: [reviewers, { id: 2, type: "branch_policy" }],
  deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
};
const OPEN = "it is not open to the branch main alone; select that by its name.";
const BRANCHES = { total_count: 1, branch_policies: [{ id: 1, name: "main", type: "branch" }] };

function written(name: string, answer: unknown): string {
  const file = join(FOLDER, name);
  writeFileSync(file, typeof answer === "string" ? answer : JSON.stringify(answer));
  return file;
}

const problemsOf = (environment: unknown, branches: unknown = BRANCHES) =>
  approvalProblems(written("environment.json", environment), written("branches.json", branches));

describe("the approval of a deployment", () => {
  it("is as the pipeline relies on it", () => expect(problemsOf(ENVIRONMENT)).toEqual([]));

  it.each<[string, string, object]>([
    ["nobody has to approve", "nobody has to approve; name its required reviewers.", { protection_rules: [] }],
    ["its reviewers are none", "nobody has to approve; name its required reviewers.", { protection_rules: [{ ...reviewers, reviewers: [] }] }], // prettier-ignore
    ["who deploys may approve", "whoever starts a deployment may approve it; prevent self-review.", { protection_rules: [{ ...reviewers, prevent_self_review: false }] }], // prettier-ignore
    ["it is not said who may not approve", "whoever starts a deployment may approve it; prevent self-review.", { protection_rules: [{ ...reviewers, prevent_self_review: undefined }] }], // prettier-ignore
    ["administrators go past", "administrators may bypass the approval; do not allow them to.", { can_admins_bypass: true }], // prettier-ignore
    ["it is not said whether administrators go past", "administrators may bypass the approval; do not allow them to.", { can_admins_bypass: undefined }], // prettier-ignore
    ["any branch is admitted", OPEN, { deployment_branch_policy: null }],
    ["every protected branch is admitted", OPEN, { deployment_branch_policy: { protected_branches: true, custom_branch_policies: false } }], // prettier-ignore
  ])("is not when %s", (_what, problem, change) => {
    expect(problemsOf({ ...ENVIRONMENT, ...change })).toEqual([`deploy-dublin: ${problem}`]);
  });

  it.each<[string, readonly object[]]>([
    ["another branch is admitted", [{ name: "release/*" }]],
    ["one more branch is admitted", [{ name: "main" }, { name: "next" }]],
    ["a tag is admitted", [{ name: "main", type: "tag" }]],
    ["nothing is admitted", []],
  ])("is not when %s", (_what, branch_policies) => {
    expect(problemsOf(ENVIRONMENT, { branch_policies })).toEqual([`deploy-dublin: ${OPEN}`]);
  });

  it("names everything that is wrong", () => {
    const made = {
      name: "deploy-dublin",
      can_admins_bypass: true,
      protection_rules: [],
      deployment_branch_policy: null,
    };
    expect(problemsOf(made, { branch_policies: [] })).toHaveLength(3);
  });

  it.each([
    ["is no JSON", "", "GitHub's answer cannot be read: "],
    ["tells of no environment", { message: "Not Found", status: "404" }, "it is no answer of GitHub's: 'name' "],
  ])("is not known when what GitHub says %s", (_what, answer, message) => {
    expect(() => problemsOf(answer)).toThrow(message);
  });
});
