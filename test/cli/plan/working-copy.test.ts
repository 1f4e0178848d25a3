import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredPlace, workingCopy, type Purpose } from "../../../cli/plan/working-copy";
import { monitorPlace, operatorPlaces } from "../../../config/places";
import { declaredEstate, writeEstate } from "../../support/estates";

const production = declaredEstate("production");
const synthesized = writeEstate(production);
const FOLDER = mkdtempSync(join(tmpdir(), "clover-copy-"));
afterAll(() => [FOLDER, synthesized].forEach((folder) => rmSync(folder, { recursive: true })));

const original = (stack: string) => JSON.parse(readFileSync(join(synthesized, "stacks", stack, "cdk.tf.json"), "utf8"));

function copyOf(stack: string, purpose: Purpose, from = synthesized): any {
  const copy = mkdtempSync(join(FOLDER, "copy-"));
  workingCopy(from, declaredPlace(production, stack), production, purpose, copy);
  return JSON.parse(readFileSync(join(copy, "cdk.tf.json"), "utf8"));
}

describe("a stack's working copy", () => {
  it.each([monitorPlace(production), ...operatorPlaces(production)])(
    "of $stack is reached in roles that can only read, and is otherwise what was synthesized",
    ({ stack, account }) => {
      const { provider, terraform, ...rest } = copyOf(stack, "plan");
      const { provider: its, terraform: itsTerraform, ...same } = original(stack);
      const { assume_role, ...others } = provider.aws[0];
      const { assume_role: _deploys, ...declared } = its.aws[0];
      expect(assume_role).toEqual([{ role_arn: `arn:aws:iam::${account}:role/clover-plan` }]);
      expect(others).toEqual(declared);
      const stateRole =
        stack === "enclave"
          ? "arn:aws:iam::111111111111:role/clover-enclave-plan"
          : `arn:aws:iam::${account}:role/clover-plan`;
      expect(terraform.backend.s3).toEqual({
        ...itsTerraform.backend.s3,
        assume_role: { role_arn: stateRole },
      });
      expect(rest).toEqual(same);
    },
  );

  it("for a deployment is what was synthesized", () => {
    expect(copyOf("dublin", "deploy")).toEqual(original("dublin"));
  });

  it("takes what lies beside the stack, and the locked provider, and nothing that Terraform left there", () => {
    const from = join(FOLDER, "deployed");
    cpSync(synthesized, from, { recursive: true });
    mkdirSync(join(from, "stacks/dublin/.terraform"));
    writeFileSync(join(from, "stacks/dublin/plan"), "");
    writeFileSync(join(from, "stacks/dublin/code.zip"), "");
    const copy = join(FOLDER, "clean");
    workingCopy(from, declaredPlace(production, "dublin"), production, "plan", copy);
    const there = [".terraform", "plan", "code.zip", ".terraform.lock.hcl"].map((name) => existsSync(join(copy, name)));
    expect(there).toEqual([false, false, true, true]);
    expect(readFileSync(join(copy, ".terraform.lock.hcl"), "utf8")).toMatch(/version += "5\.100\.0"[\s\S]+"h1:/);
  });

  it("takes everything of a stack that is called as a plan is", () => {
    const renamed = {
      ...production,
      sites: production.sites.map((site, at) => (at > 0 ? site : { ...site, id: "plan" })),
    };
    const from = join(FOLDER, "planning");
    cpSync(synthesized, from, { recursive: true });
    renameSync(join(from, "stacks/dublin"), join(from, "stacks/plan"));
    writeFileSync(join(from, "stacks/plan/code.zip"), "");
    const file = join(from, "stacks/plan/cdk.tf.json");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("clover-dublin-", "clover-plan-"));
    const estate = { ...renamed, state: { backend: "s3" as const, keyArns: { plan: "key" } } };
    const copy = join(FOLDER, "copy of plan");
    workingCopy(from, declaredPlace(estate, "plan"), estate, "deploy", copy);
    expect(existsSync(join(copy, "code.zip"))).toBe(true);
  });

  it.each<[string, (json: any) => void, string]>([
    ["assumes another role", (json) => (json.provider.aws[0].assume_role[0].role_arn = "arn:aws:iam::222222222222:role/admin"), "dublin must reach its provider in arn:aws:iam::222222222222:role/clover-deploy and in no other role, got arn:aws:iam::222222222222:role/admin:"], // prettier-ignore
    ["assumes no role", (json) => delete json.provider.aws[0].assume_role, "got undefined"],
    ["reaches its state in another role", (json) => (json.terraform.backend.s3.assume_role.role_arn = "arn:aws:iam::111111111111:role/clover-deploy"), "got arn:aws:iam::111111111111:role/clover-deploy"], // prettier-ignore
    ["keeps its state elsewhere", (json) => (json.terraform.backend = { http: {} }), "dublin must keep its state in s3, got http"], // prettier-ignore
    ["keeps no state", (json) => delete json.terraform.backend, "dublin must keep its state in s3, got"],
    ["has a second AWS provider", (json) => json.provider.aws.push({ alias: "more" }), "must have one AWS provider"],
    ["has a provider that is no list", (json) => (json.provider.aws = json.provider.aws[0]), "must have one AWS provider"], // prettier-ignore
    ["has another provider", (json) => (json.provider.external = [{}]), "got aws, external"],
    ["assumes a second role from its own", (json) => json.provider.aws[0].assume_role.push({ role_arn: "other" }), "clover-deploy, then other:"], // prettier-ignore
    ["takes a token of somebody else", (json) => (json.provider.aws[0].assume_role_with_web_identity = [{}]), "dublin must say of its provider no more than allowed_account_ids, assume_role, default_tags, region, got assume_role_with_web_identity:"], // prettier-ignore
    ["brings credentials", (json) => (json.provider.aws[0].shared_config_files = ["config"]), "got shared_config_files:"], // prettier-ignore
    ["sends its requests elsewhere", (json) => (json.provider.aws[0].endpoints = [{ sts: "https://sts.example.com" }]), "got endpoints:"], // prettier-ignore
    ["takes its own role from elsewhere", (json) => (json.provider.aws[0].assume_role[0].external_id = "x"), "of the role of its provider no more than role_arn, got external_id:"], // prettier-ignore
    ["sends its state elsewhere", (json) => (json.terraform.backend.s3.endpoints = { s3: "https://s3.example.com" }), "of its state no more than"], // prettier-ignore
    [
      "calls a module",
      (json) => (json.module = { more: { source: "./more" } }),
      "dublin must have no module, got more:",
    ],
  ])("is none of a stack that %s", (_what, alter, message) => {
    const from = mkdtempSync(join(FOLDER, "altered-"));
    const json = original("dublin");
    alter(json);
    mkdirSync(join(from, "stacks/dublin"), { recursive: true });
    writeFileSync(join(from, "stacks/dublin/cdk.tf.json"), JSON.stringify(json));
    expect(() => copyOf("dublin", "plan", from)).toThrow(message);
  });

  it.each(["x_override.tf.json", "override.tf", "more.tf", "x.auto.tfvars", "terraform.tfvars.json"])(
    "is none of a stack beside which Terraform would read %s",
    (name) => {
      const from = mkdtempSync(join(FOLDER, "beside-"));
      mkdirSync(join(from, "stacks/dublin"), { recursive: true });
      writeFileSync(join(from, "stacks/dublin/cdk.tf.json"), JSON.stringify(original("dublin")));
      writeFileSync(join(from, "stacks/dublin", name), "");
      expect(() => copyOf("dublin", "plan", from)).toThrow(
        `dublin must be in cdk.tf.json alone, got ${name} beside it:`,
      );
    },
  );

  it("is none of a stack that was not synthesized", () => {
    expect(() => copyOf("dublin", "plan", FOLDER)).toThrow("cdk.tf.json cannot be read (ENOENT)");
  });
});
