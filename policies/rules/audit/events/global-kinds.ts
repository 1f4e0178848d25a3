import type { Estate } from "../../../../config/estate";
import { monitorPlace } from "../../../../config/places";
import { DENIED, eventFrom, RECORDED, ROOT, type AlertKind } from "./alert-kind";
import { ABSENT, ANYTHING, type EventKind } from "./event";

export const ROOT_USE = "use of the root user";
export const BREAK_GLASS = "use of the break-glass role";
export const ORGANIZATION_CHANGES = "changes of the organization";
export const WAYS_IN = "ways in that are made";

/** What makes a way in that lasts, or takes the limits from one. */
const MAKING_WAYS_IN: Readonly<Record<string, readonly string[]>> = {
  iam: [
    ...["AddClientIDToOpenIDConnectProvider", "AddUserToGroup", "AttachUserPolicy", "CreateAccessKey"],
    ...["CreateLoginProfile", "CreateOpenIDConnectProvider", "CreateSAMLProvider", "CreateUser"],
    ...["DeactivateMFADevice", "DeleteRolePermissionsBoundary", "EnableOrganizationsRootSessions", "PutUserPolicy"],
    ...["UpdateAccessKey", "UpdateLoginProfile", "UpdateSAMLProvider"],
  ],
  sts: ["AssumeRoot"],
};

/** An event of a service, of a type that the product has for it, from its record. */
type Told = (service: string, type: string, record: EventKind) => EventKind;

/** Kinds of which the partition's first region alone hears. What failed is no change. */
export function globalKinds(told: Told): readonly AlertKind[] {
  const change = (service: string, type: string) =>
    told(service, type, {
      eventSource: `${service}.amazonaws.com`,
      eventName: ANYTHING,
      readOnly: false,
      errorCode: ABSENT,
    });
  return [
    {
      title: ORGANIZATION_CHANGES,
      events: [change("organizations", "Organization Changed")],
      readsToo: false,
    },
    { title: "changes of identities", events: [change("iam", "Identity Changed")], readsToo: false },
    {
      title: WAYS_IN,
      events: Object.entries(MAKING_WAYS_IN).flatMap(([service, names]) =>
        names.map((eventName) =>
          told(service, "Way In Made", {
            eventSource: `${service}.amazonaws.com`,
            eventName,
            errorCode: ABSENT,
            // STS calls everything that it does a read.
            readOnly: service === "sts",
          }),
        ),
      ),
      readsToo: true,
    },
  ];
}

/** What the records of calls say that ask for the role for emergencies. */
export const takingOn = ({ organization }: Estate): readonly EventKind[] =>
  ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"].map((eventName) => ({
    eventSource: "sts.amazonaws.com",
    eventName,
    requestParameters: { roleArn: organization.breakGlassRoleArn },
  }));

/** What the monitor tells on its own bus of what trails have recorded where their accounts have no rules. */
export function trailKinds(estate: Estate): readonly AlertKind[] {
  const event = eventFrom(monitorPlace(estate));
  const told = (type: string, record: EventKind) =>
    event({
      source: "clover.trail",
      "detail-type": type,
      detail: { ...RECORDED, awsRegion: ANYTHING, recipientAccountId: ANYTHING, ...record },
    });
  const kind = (title: string, type: string, ...records: readonly EventKind[]): AlertKind => ({
    title,
    events: records.map((record) => told(type, record)),
    readsToo: false,
  });
  return [
    ...globalKinds((_, type, record) => told(type, record)),
    kind(ROOT_USE, "Root Used", { userIdentity: ROOT }),
    kind(BREAK_GLASS, "Break-Glass Used", ...takingOn(estate)),
    kind("denied access", "Call Denied", ...DENIED.map((errorCode) => ({ errorCode }))),
    kind("sign-ins to the console", "Console Sign-In", { eventSource: "signin.amazonaws.com" }),
  ];
}
