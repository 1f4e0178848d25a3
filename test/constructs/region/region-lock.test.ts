import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { App, TerraformStack, Testing } from "cdktf";
import { RegionLock } from "../../../constructs/region/region-lock";
import { DUBLIN, lockedStack, Synthesized } from "../../support/synth";

describe("RegionLock", () => {
  it("pins the one provider to a literal region and one account, and tags everything with where it is", () => {
    const { provider } = JSON.parse(Testing.synth(lockedStack(), true));
    expect(provider).toEqual({
      aws: [
        {
          region: "eu-west-1",
          allowed_account_ids: ["222222222222"],
          assume_role: [{ role_arn: "arn:aws:iam::222222222222:role/clover-deploy" }],
          default_tags: [{ tags: { project: "clover", estate: "test", stack: "dublin", country: "IE" } }],
        },
      ],
    });
  });

  it("computes names and ARNs of its own place", () => {
    const lock = RegionLock.of(lockedStack());
    expect(lock.name("audit")).toBe("clover-dublin-audit");
    expect(lock.bucketName("user-data")).toBe("clover-dublin-user-data-222222222222");
    expect(lock.arn("kms", "key/*")).toBe("arn:aws:kms:eu-west-1:222222222222:key/*");
    expect(lock.roleArn("deploy")).toBe("arn:aws:iam::222222222222:role/deploy");
    expect(lock.bucketArn("logs", "dublin/*")).toBe("arn:aws:s3:::logs/dublin/*");
    expect(lock.endpoint("s3")).toBe("s3.eu-west-1.amazonaws.com");
  });

  it("computes the ARNs of another partition by its own name", () => {
    const place = { account: "222222222222", region: "eusc-de-east-1", partition: "aws-eusc", country: "DE" };
    const lock = RegionLock.of(lockedStack(place));
    expect(lock.arn("kms", "key/*")).toBe("arn:aws-eusc:kms:eusc-de-east-1:222222222222:key/*");
    expect(lock.endpoint("s3")).toBe("s3.eusc-de-east-1.amazonaws.eu");
  });

  it("fails when a resource names another region", () => {
    const stack = lockedStack();
    new DynamodbTable(stack, "users", { name: "users", hashKey: "id", replica: [{ regionName: "us-east-1" }] });
    expect(() => new Synthesized(stack)).toThrow(
      "[region.foreign-region] dublin: 'aws_dynamodb_table.users.replica.0.region_name' must stay in eu-west-1, got us-east-1; keep it in the stack's region, or declare a flow to it",
    );
  });

  it("passes the exact destination that was admitted", () => {
    const stack = lockedStack();
    const bus = "arn:aws:events:eu-west-2:999999999999:event-bus/alerts";
    RegionLock.of(stack).admit(bus);
    new CloudwatchEventTarget(stack, "target", { rule: "r", arn: bus });
    expect(new Synthesized(stack).only("aws_cloudwatch_event_target")["arn"]).toBe(bus);
  });

  it("fails when the stack has a second provider, even of the same region", () => {
    const stack = lockedStack();
    new AwsProvider(stack, "other", { region: "eu-west-1", alias: "other" });
    expect(() => new Synthesized(stack)).toThrow(
      "[region.foreign-provider] dublin: a locked stack must have exactly one",
    );
  });

  it("fails when a stack is locked twice", () => {
    const stack = lockedStack();
    const props = {
      place: DUBLIN,
      prefix: "clover",
      deployRoleArn: "arn:aws:iam::222222222222:role/d",
      auditorArns: [],
      estate: "test",
    };
    expect(() => new RegionLock(stack, props)).toThrow(
      "[region.second-lock] dublin: a stack has exactly one RegionLock",
    );
  });

  it("fails when the deploy role belongs to another account", () => {
    const stack = new TerraformStack(new App(), "dublin");
    const deployRoleArn = "arn:aws:iam::333333333333:role/deploy";
    const props = { place: DUBLIN, prefix: "clover", deployRoleArn, auditorArns: [], estate: "test" };
    expect(() => new RegionLock(stack, props)).toThrow(
      "[region.foreign-deploy-role] dublin/region-lock: 'deployRoleArn' must be a role of account 222222222222, got arn:aws:iam::333333333333:role/deploy",
    );
  });

  it("fails when a construct asks in a stack that is locked to no region", () => {
    expect(() => RegionLock.of(new TerraformStack(new App(), "dublin"))).toThrow("[region.missing-lock] dublin:");
  });
});
