import { auditSinks } from "../../../config/names";
import { DataKey } from "../../../constructs/encryption/data-key";
import { SignedCode } from "../../../constructs/functions/signed-code";
import { SignedFunction } from "../../../constructs/functions/signed-function";
import { WorkloadBoundary } from "../../../constructs/identity/workload-boundary";
import { IsolatedSegment } from "../../../constructs/network/isolated-segment";
import { PrivateEndpoints } from "../../../constructs/network/private-endpoints";
import { bundleFunction } from "../../../functions/bundle-function";
import { declaredEstate } from "../../support/estates";
import { lockedStack, Synthesized } from "../../support/synth";
import { join } from "node:path";

const BUNDLE = bundleFunction("echo", join(__dirname, "../../functions/fixtures"));
const LAMBDA = "lambda.eu-west-1.amazonaws.com";
const ORGANIZATION = "o-cloverexample";

function functionIn(withSegment: boolean): Synthesized {
  const stack = lockedStack();
  const administratorArns = ["arn:aws:iam::222222222222:role/clover-deploy"];
  const key = new DataKey(stack, "key", { purpose: "platform", description: "Platform", administratorArns });
  const code = new SignedCode(stack, "functions", { key, organizationId: ORGANIZATION });
  const network = withSegment
    ? new IsolatedSegment(stack, "segment", {
        cidr: "10.16.0.0/16",
        zones: ["euw1-az1", "euw1-az2"],
        sinks: auditSinks(declaredEstate("local"), "dublin"),
      })
    : undefined;
  new SignedFunction(stack, "echo", {
    bundle: BUNDLE,
    code,
    key,
    description: "Says what it was given",
    dataClass: "audit",
    permissions: [{ Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" }],
    environment: { PLACE: "dublin" },
    timeoutSeconds: 60,
    segment: network && {
      network,
      endpoints: new PrivateEndpoints(stack, "endpoints", { segment: network, organizationId: ORGANIZATION }),
      boundary: new WorkloadBoundary(stack, "boundary", { organizationId: ORGANIZATION }),
    },
  });
  return new Synthesized(stack);
}

describe("SignedFunction", () => {
  const synthesized = functionIn(false);
  const lambda = synthesized.only("aws_lambda_function");
  const permissions = Synthesized.statements(synthesized.only("aws_iam_role_policy"));

  it("runs code that was signed here, and AWS refuses any other", () => {
    expect(lambda["code_signing_config_arn"]).toMatch(/^\$\{aws_lambda_code_signing_config\.\w+\.arn\}$/);
    expect(lambda["s3_bucket"]).toBe("clover-dublin-functions-222222222222");
    expect(lambda["s3_key"]).toMatch(/^\$\{aws_signer_signing_job\.\w+\.signed_object\[0\]\.s3\[0\]\.key\}$/);
    expect(synthesized.only("aws_lambda_code_signing_config")).toMatchObject({
      policies: { untrusted_artifact_on_deployment: "Enforce" },
      allowed_publishers: {
        signing_profile_version_arns: [expect.stringMatching(/^\$\{aws_signer_signing_profile\.\w+\.version_arn\}$/)],
      },
    });
  });

  it("signs the version that was bundled", () => {
    const unsigned = synthesized.only("aws_s3_object");
    expect(unsigned["key"]).toBe(`unsigned/echo/${BUNDLE.sha256}.zip`);
    expect(unsigned["source"]).toMatch(new RegExp(`^assets/\\w+/${BUNDLE.sha256}/echo\\.zip$`));
    expect(synthesized.only("aws_signer_signing_job")["source"]["s3"]["version"]).toMatch(
      /^\$\{aws_s3_object\.\w+\.version_id\}$/,
    );
  });

  it("encrypts its environment, its log and what it could not handle with the given key", () => {
    const arn = expect.stringMatching(/^\$\{aws_kms_key\.\w+\.arn\}$/);
    expect(lambda["kms_key_arn"]).toEqual(arn);
    expect(synthesized.only("aws_cloudwatch_log_group")).toMatchObject({ kms_key_id: arn, retention_in_days: 400 });
    expect(synthesized.only("aws_sqs_queue")).toMatchObject({
      name: "clover-dublin-echo-unhandled",
      kms_master_key_id: arn,
    });
    expect(lambda["dead_letter_config"]["target_arn"]).toMatch(/^\$\{aws_sqs_queue\.\w+\.arn\}$/);
  });

  it("lets Lambda use the key in its deployer's name, and take a grant on it for the function alone", () => {
    const StringEquals = { "kms:CallerAccount": "222222222222", "kms:ViaService": expect.arrayContaining([LAMBDA]) };
    const statements = Synthesized.statements(synthesized.only("aws_kms_key"));
    const ofKey = (sid: string) => statements.find(({ Sid }) => Sid === sid);
    expect(ofKey("UseThroughServices")).toMatchObject({
      Action: expect.arrayContaining(["kms:Encrypt"]),
      Condition: { StringEquals },
    });
    expect(ofKey("GrantsForResources")).toMatchObject({
      Action: ["kms:CreateGrant"],
      Condition: {
        StringEquals: { ...StringEquals, "kms:ViaService": [LAMBDA] },
        Bool: { "kms:GrantIsForAWSResource": "true" },
      },
    });
  });

  it("runs once at a time, in a role that may write its log, keep what failed, and what it was given", () => {
    expect(lambda["reserved_concurrent_executions"]).toBe(1);
    expect(permissions.map(({ Sid }) => Sid)).toEqual(["OwnLog", "Unhandled", "UnhandledKey", "Read"]);
    expect(permissions[0]!["Resource"]).toBe("arn:aws:logs:eu-west-1:222222222222:log-group:clover-dublin-echo:*");
  });

  it("carries no boundary and no network where there is no segment", () => {
    expect(lambda["vpc_config"]).toBeUndefined();
    expect(synthesized.only("aws_iam_role")["permissions_boundary"]).toBeUndefined();
  });
});

describe("SignedFunction in a segment", () => {
  const synthesized = functionIn(true);

  it("runs in the workload subnets, within the segment's boundary", () => {
    const { vpc_config } = synthesized.only("aws_lambda_function");
    expect(vpc_config.subnet_ids).toEqual([
      expect.stringMatching(/^\$\{aws_subnet\.segment_workload/),
      expect.stringMatching(/^\$\{aws_subnet\.segment_workload/),
    ]);
    expect(synthesized.only("aws_iam_role")["permissions_boundary"]).toBe(
      "arn:aws:iam::222222222222:policy/clover-dublin-workload-boundary",
    );
  });

  it("accepts no connection, and opens none but HTTPS to endpoints", () => {
    const rules = synthesized.all("aws_vpc_security_group_egress_rule");
    expect(rules.map(({ from_port, to_port }) => [from_port, to_port])).toEqual([
      [443, 443],
      [443, 443],
      [443, 443],
    ]);
    expect(rules.map(({ cidr_ipv4, prefix_list_id }) => cidr_ipv4 ?? prefix_list_id)).toEqual([
      "10.16.0.0/16",
      expect.stringContaining("prefix_list_id"),
      expect.stringContaining("prefix_list_id"),
    ]);
    const [
      {
        security_group_ids: [group],
      },
    ] = [synthesized.only("aws_lambda_function")["vpc_config"]];
    const ingress = synthesized.all("aws_vpc_security_group_ingress_rule");
    expect(ingress.map(({ security_group_id }) => security_group_id)).not.toContain(group);
  });

  it("lets Lambda make its network interfaces, and not its own code", () => {
    const statements = Synthesized.statements(synthesized.only("aws_iam_role_policy"));
    expect(statements.find(({ Sid }) => Sid === "LambdaNetworkInterfaces")!["Condition"]).toEqual({
      Null: { "lambda:SourceFunctionArn": "true" },
    });
  });
});
