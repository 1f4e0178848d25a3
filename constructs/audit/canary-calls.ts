import type { EventPattern } from "./alerts";

const of = (roleArn: string) => ({ sessionContext: { sessionIssuer: { arn: [roleArn] } } });

/** The record of a canary's allowed call. */
export const CANARY_ALLOWED = (roleArn: string): EventPattern => ({
  source: ["aws.kms"],
  detail: { eventName: ["GenerateRandom"], errorCode: [{ exists: false }], userIdentity: of(roleArn) },
});

/** The record of its denied one. */
export const CANARY_DENIED = (roleArn: string): EventPattern => ({
  source: ["aws.kms"],
  detail: {
    eventName: ["GenerateDataKeyWithoutPlaintext"],
    errorCode: ["AccessDenied", "AccessDeniedException"],
    userIdentity: of(roleArn),
  },
});
