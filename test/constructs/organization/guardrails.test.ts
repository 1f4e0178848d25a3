import * as cloudtrail from "@aws-sdk/client-cloudtrail";
import * as config from "@aws-sdk/client-config-service";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as ec2 from "@aws-sdk/client-ec2";
import * as events from "@aws-sdk/client-eventbridge";
import * as guardduty from "@aws-sdk/client-guardduty";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import * as organizations from "@aws-sdk/client-organizations";
import * as route53resolver from "@aws-sdk/client-route53resolver";
import * as sqs from "@aws-sdk/client-sqs";
import { accountDeny } from "../../../constructs/organization/guardrails/account-deny";
import { auditDeny } from "../../../constructs/organization/guardrails/audit-deny";
import { copyDeny } from "../../../constructs/organization/guardrails/copy-deny";
import { isolationDeny } from "../../../constructs/organization/guardrails/isolation-deny";
import { GLOBAL_ACTIONS, regionDeny } from "../../../constructs/organization/guardrails/region-deny";

const DEPLOYER = "arn:aws:iam::*:role/deploy";
const RETIRING = "arn:aws:iam::555555555555:role/deploy";
const STATEMENTS = [
  ...accountDeny(),
  ...auditDeny(DEPLOYER),
  ...isolationDeny(DEPLOYER),
  ...copyDeny(DEPLOYER, RETIRING),
];
const ACTIONS = STATEMENTS.flatMap(({ Action }) => [Action!].flat()).filter((action) => !action.includes("*"));

/** AWS's own SDKs: an action of these services is an operation that they have. */
const SDKS: Readonly<Record<string, object>> = {
  cloudtrail,
  config,
  dynamodb,
  ec2,
  events,
  guardduty,
  iam,
  kms,
  organizations,
  route53resolver,
  sqs,
};

/** Actions that IAM knows and that are no operation of their own. */
const PERMISSIONS_ONLY = ["dynamodb:CreateTableReplica"];

describe("the guardrails", () => {
  it.each(ACTIONS.filter((action) => action.split(":")[0]! in SDKS && !PERMISSIONS_ONLY.includes(action)))(
    "deny an action that exists: %s",
    (action) => {
      const [service, operation] = action.split(":") as [string, string];
      expect(SDKS[service]).toHaveProperty(`${operation}Command`);
    },
  );

  it("name each action once", () => expect(new Set(ACTIONS).size).toBe(ACTIONS.length));

  it("deny, and allow nothing", () => {
    for (const statement of STATEMENTS) expect(statement).toMatchObject({ Effect: "Deny", Resource: "*" });
  });

  it("except the deploy role and the retiring one, and nobody else", () => {
    const exempt = STATEMENTS.flatMap(({ Condition }) =>
      [Condition?.["ArnNotEquals"]?.["aws:PrincipalArn"] ?? []].flat(),
    );
    expect(new Set(exempt)).toEqual(new Set([DEPLOYER, RETIRING]));
  });

  it("let nobody stop an audit source, the deploy role included", () => {
    const never = STATEMENTS.find(({ Sid }) => Sid === "AuditNeverStops")!;
    expect(never).not.toHaveProperty("Condition");
    expect(never.Action).toEqual(
      expect.arrayContaining(["cloudtrail:StopLogging", "ec2:DeleteFlowLogs", "guardduty:DeleteDetector"]),
    );
  });

  it("let the enclave's role alone end a key", () => {
    expect(STATEMENTS.find(({ Sid }) => Sid === "KeysAreKept")!.Condition).toEqual({
      ArnNotEquals: { "aws:PrincipalArn": RETIRING },
    });
  });

  it("let nobody grant a key but to an AWS service, whether or not the request says for whom it is", () => {
    expect(STATEMENTS.find(({ Sid }) => Sid === "GrantsForResources")!.Condition).toEqual({
      BoolIfExists: { "kms:GrantIsForAWSResource": "false" },
    });
  });

  it("close both sides of every network connection", () => {
    for (const kind of ["VpcPeeringConnection", "TransitGatewayVpcAttachment", "TransitGatewayPeeringAttachment"]) {
      expect(ACTIONS).toEqual(expect.arrayContaining([`ec2:Create${kind}`, `ec2:Accept${kind}`]));
    }
  });

  it("close sharing and export, and not copying alone", () => {
    expect(ACTIONS).toEqual(
      expect.arrayContaining([
        "ec2:CopySnapshot",
        "ec2:ModifySnapshotAttribute",
        "ec2:ModifyImageAttribute",
        "rds:ModifyDBSnapshotAttribute",
        "rds:ModifyDBClusterSnapshotAttribute",
        "ec2:CreateStoreImageTask",
        "ebs:GetSnapshotBlock",
      ]),
    );
  });
});

describe("regionDeny", () => {
  it("denies every other region but for global services, each explained", () => {
    expect(regionDeny("eu-west-1")).toEqual([
      {
        Sid: "OtherRegions",
        Effect: "Deny",
        NotAction: Object.keys(GLOBAL_ACTIONS),
        Resource: "*",
        Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } },
      },
    ]);
    for (const why of Object.values(GLOBAL_ACTIONS)) expect(why.length).toBeGreaterThan(10);
  });

  it("exempts nothing that holds data or keys", () => {
    const services = Object.keys(GLOBAL_ACTIONS).filter((action) => action.endsWith(":*"));
    expect(services).toEqual(["account:*", "health:*", "iam:*", "support:*"]);
  });
});
