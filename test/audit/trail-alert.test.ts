import { trailAlert } from "../../audit/trail-alert";
import type { TrailRecord } from "../../audit/trail-records";
import { WAYS_IN } from "../../config/trail-event";

const BREAK_GLASS = "arn:aws:iam::100000000001:role/clover-break-glass";
const ROLE = { type: "AssumedRole", arn: "arn:aws:sts::100000000001:assumed-role/clover-deploy/one" };
const record = (more: object): TrailRecord => ({
  eventID: "0c8e2ab1-0000-4000-8000-000000000001",
  eventTime: "2026-11-24T10:00:00Z",
  eventSource: "iam.amazonaws.com",
  eventName: "ListRoles",
  awsRegion: "us-east-1",
  userIdentity: ROLE,
  readOnly: true,
  eventType: "AwsApiCall",
  ...more,
});
const iam = (eventName: string, more: object = {}) => record({ eventName, readOnly: false, ...more });
const organizations = (eventName: string, more: object = {}) =>
  iam(eventName, { eventSource: "organizations.amazonaws.com", ...more });
const signIn = (more: object = {}) =>
  record({
    eventSource: "signin.amazonaws.com",
    eventName: "ConsoleLogin",
    eventType: "AwsConsoleSignIn",
    readOnly: false,
    ...more,
  });
const root = { userIdentity: { type: "Root", arn: "arn:aws:iam::100000000001:root" } };
const told = (one: TrailRecord) => trailAlert(one, BREAK_GLASS);

describe("what a trail records elsewhere", () => {
  it.each(["AttachPolicy", "DetachPolicy", "UpdatePolicy", "DeletePolicy", "DisablePolicyType", "MoveAccount"])(
    "is told as a change of the organization: %s",
    (name) => expect(told(organizations(name))).toBe("Organization Changed"),
  );

  it.each([
    "RemoveAccountFromOrganization",
    "InviteAccountToOrganization",
    "RegisterDelegatedAdministrator",
    "EnableAWSServiceAccess",
    "LeaveOrganization",
    "SomethingThatAwsAddsLater",
  ])("and so is %s", (name) => expect(told(organizations(name))).toBe("Organization Changed"));

  it.each(WAYS_IN)("is told as a way in: %s", (name) => expect(told(iam(name))).toBe("Way In Made"));

  it("is told as a way in also where the service calls it a read", () => {
    expect(told(record({ eventSource: "sts.amazonaws.com", eventName: "AssumeRoot" }))).toBe("Way In Made");
  });

  it.each(["PutRolePolicy", "AttachRolePolicy", "UpdateAssumeRolePolicy", "CreatePolicyVersion", "DeleteRole"])(
    "is told as a change of an identity, which a deployment makes: %s",
    (name) => expect(told(iam(name))).toBe("Identity Changed"),
  );

  it.each([
    ["with a second factor", { additionalEventData: { MFAUsed: "Yes" } }],
    ["without one", { additionalEventData: { MFAUsed: "No" }, responseElements: { ConsoleLogin: "Success" } }],
    ["that fails", { errorMessage: "Failed authentication", responseElements: { ConsoleLogin: "Failure" } }],
  ])("is told as a sign-in: %s", (_, more) => expect(told(signIn(more))).toBe("Console Sign-In"));

  it.each([
    ["a sign-in", signIn(root)],
    ["a read", record(root)],
    ["a change of the organization", organizations("DetachPolicy", root)],
    ["what it is denied", iam("CreateUser", { ...root, errorCode: "AccessDenied" })],
  ])("is told as use of root, whatever it is: %s", (_, one) => expect(told(one)).toBe("Root Used"));

  it("is told as use of the role for emergencies, when it is taken on and when it works", () => {
    const taken = record({
      eventSource: "sts.amazonaws.com",
      eventName: "AssumeRole",
      requestParameters: { roleArn: BREAK_GLASS },
    });
    const working = organizations("DetachPolicy", {
      userIdentity: { ...ROLE, sessionContext: { sessionIssuer: { arn: BREAK_GLASS } } },
    });
    const other = record({
      eventSource: "sts.amazonaws.com",
      eventName: "AssumeRole",
      requestParameters: { roleArn: `${BREAK_GLASS}-not` },
    });
    expect([told(taken), told(working), told(other)]).toEqual(["Break-Glass Used", "Break-Glass Used", undefined]);
  });

  it.each(["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "VpceAccessDenied"])(
    "is told as a denied call, and as no change: %s",
    (errorCode) => {
      expect(told(organizations("DetachPolicy", { errorCode }))).toBe("Call Denied");
      expect(told(record({ eventSource: "ec2.amazonaws.com", eventName: "DescribeVpcs", errorCode }))).toBe(
        "Call Denied",
      );
    },
  );

  it("is taken for a change where it does not say that it only reads", () => {
    expect(told(organizations("DetachPolicy", { readOnly: undefined }))).toBe("Organization Changed");
  });

  it.each([
    ["a read", record({})],
    ["a read of the organization", organizations("ListPolicies", { readOnly: true })],
    ["a change that failed", iam("CreateUser", { errorCode: "EntityAlreadyExistsException" })],
    ["what another service does", record({ eventSource: "cloudfront.amazonaws.com", readOnly: false })],
    ["a call of that name of another service", iam("CreateUser", { eventSource: "transfer.amazonaws.com" })],
  ])("is not told when it is %s", (_, one) => expect(told(one)).toBeUndefined());
});
