/**
 * Put onto the monitor's bus for what a trail has recorded in a region in which its account has no rules: IAM, the
 * organization and most sign-ins are recorded in the partition's first region, and where nothing of the estate runs, nobody
 * listens. The detail is the record, as EventBridge would have told it there.
 */
export const TRAIL_EVENT = {
  source: "clover.trail",
  rootUsed: "Root Used",
  breakGlassUsed: "Break-Glass Used",
  callDenied: "Call Denied",
  organizationChanged: "Organization Changed",
  wayInMade: "Way In Made",
  identityChanged: "Identity Changed",
  signedIn: "Console Sign-In",
} as const;

export type TrailEventType = Exclude<(typeof TRAIL_EVENT)[keyof typeof TRAIL_EVENT], typeof TRAIL_EVENT.source>;

/** Services whose calls make ways in. */
export const WAYS_IN_SERVICES = ["account", "iam", "sts"] as const;

/**
 * Calls that make a way into an account which lasts, or take the limits from one: users and what they sign in with,
 * identity providers, sessions of root, boundaries. No deployment of an estate makes any.
 */
export const WAYS_IN = [
  "AcceptPrimaryEmailUpdate",
  "AddClientIDToOpenIDConnectProvider",
  "AddUserToGroup",
  "AssumeRoot",
  "AttachGroupPolicy",
  "AttachUserPolicy",
  "CreateAccessKey",
  "CreateLoginProfile",
  "CreateOpenIDConnectProvider",
  "CreateSAMLProvider",
  "CreateServiceSpecificCredential",
  "CreateUser",
  "DeactivateMFADevice",
  "DeleteRolePermissionsBoundary",
  "DeleteUserPermissionsBoundary",
  "EnableOrganizationsRootCredentialsManagement",
  "EnableOrganizationsRootSessions",
  "PutGroupPolicy",
  "PutUserPolicy",
  "ResetServiceSpecificCredential",
  "StartPrimaryEmailUpdate",
  "UpdateAccessKey",
  "UpdateLoginProfile",
  "UpdateOpenIDConnectProviderThumbprint",
  "UpdateSAMLProvider",
  "UploadSSHPublicKey",
  "UploadSigningCertificate",
] as const;
