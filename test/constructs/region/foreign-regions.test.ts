import { foreignRegions } from "../../../constructs/region/foreign-regions";

const found = (node: unknown, admitted: readonly string[] = []) => [
  ...foreignRegions(node, "eu-west-1", new Set(admitted)),
];

describe("foreignRegions", () => {
  it("finds another region in an attribute, however deep, and says where", () => {
    const node = { aws_dynamodb_table: { users: { replica: [{ region_name: "us-east-1" }] } } };
    expect(found(node)).toEqual([{ path: "aws_dynamodb_table.users.replica.0.region_name", value: "us-east-1" }]);
  });

  it("finds another region inside an ARN and inside a service's name", () => {
    expect(found({ a: "arn:aws:kms:eu-north-1:222222222222:alias/x", b: "com.amazonaws.us-east-1.s3" })).toHaveLength(
      2,
    );
  });

  it("finds a second region behind the stack's own", () => {
    expect(found({ a: "from eu-west-1 to us-east-1" })).toHaveLength(1);
  });

  it("passes the stack's own region and words that only look like one", () => {
    expect(found({ a: "arn:aws:kms:eu-west-1:222222222222:alias/x", b: "block-new-sharing", c: "ireland-2" })).toEqual(
      [],
    );
  });

  it("passes an admitted string, and nothing that merely begins with it", () => {
    const bus = "arn:aws:events:eu-west-2:999999999999:event-bus/alerts";
    expect(found({ a: bus }, [bus])).toEqual([]);
    expect(found({ a: `${bus}-2` }, [bus])).toHaveLength(1);
  });

  it("leaves IAM documents to the policies, and no other JSON", () => {
    expect(found({ policy: '{"Version":"2012-10-17","Statement":[{"Resource":"arn:aws:s3:us-east-1"}]}' })).toEqual([]);
    expect(found({ pattern: '{"region":["us-east-1"]}' })).toHaveLength(1);
  });
});
