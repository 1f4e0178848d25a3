import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { plainTexts, type PlainText } from "./plain-texts";
import { secretIn } from "./secret-in";

export const secrets: EachResource = {
  kind: "each",
  id: "STO-012",
  title: "No secret stands in the configuration, in what instances start with, or in an environment",
  severity: "critical",
  controls: ["H61"],
  rationale:
    "What stands in the configuration stands in the repository, in Terraform's state and in the console, for everybody who reads those. A password that many can read guards nobody's data.",
  remediation:
    "Let the service keep the secret (manage_master_user_password), name a secret by its ARN, or use a write-only argument (…_wo), which neither state nor plan keeps.",
  sources: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  ],
  types: [],

  check(resource) {
    const found = plainTexts(resource.root).flatMap((text): readonly Verdict[] => {
      const plain = isSecret(resource, text) ? { ...text, name: "secret_string" } : text;
      const { answer, what } = secretIn(plain);
      if (answer === "no") return [];
      const at = { ...resource.root.at, jsonPath: plain.jsonPath };
      // What it is must not be repeated in a report.
      const say = answer === "yes" ? fail : undecided;
      return [say(at, what, "no secret: a reference to where it is kept")];
    });
    return all(pass(resource.root.at), ...found);
  },
};

/** The values of a type that is there for secrets, whatever their attribute is called. */
function isSecret(resource: Resource, { jsonPath }: PlainText): boolean {
  if (jsonPath !== "value") return false;
  if (resource.type === "aws_ssm_parameter") return resource.value("type").is("SecureString") !== "no";
  return resource.type === "aws_api_gateway_api_key";
}
