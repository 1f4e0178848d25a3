import ipaddr from "ipaddr.js";
import { z } from "zod";
import { isDate } from "./calendar";
import { isCountry } from "./countries";

const MAILBOX = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** The approver who is no mailbox of the operator's. */
export const APPROVED_BY_MONITOR = "monitor";

/** What a field's own form can be wrong in, apart from the rest of the estate. */
interface Form {
  readonly code: string;
  readonly rule: string;
  readonly fix: string;
  readonly accepts: (text: string) => boolean;
}

/** A text of one form; what is refused carries the form's code, rule and fix. */
function text({ code, rule, fix, accepts }: Form) {
  return z.string().superRefine((value, context) => {
    if (!accepts(value)) context.addIssue({ code: "custom", params: { code, rule, fix } });
  });
}

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);

export const account = text({
  code: "estate.malformed-account",
  rule: "be an AWS account id of twelve digits",
  fix: "quote it, so that its leading zeros stay",
  accepts: matches(/^\d{12}$/),
});

export const arn = (service: "iam" | "kms") =>
  text({
    code: "estate.malformed-arn",
    rule: service === "iam" ? "be the ARN of one IAM role" : "be the ARN of one KMS key, and not of an alias",
    fix:
      service === "iam"
        ? "write arn:<partition>:iam::<account>:role/<name>, without a wildcard"
        : "write arn:<partition>:kms:<region>:<account>:key/<id>",
    accepts: matches(
      service === "iam"
        ? /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/
        : /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    ),
  });

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId = text({
  code: "estate.malformed-organization-id",
  rule: "be the id of an AWS organization",
  fix: "write o- and ten to thirty-two lower-case letters or digits",
  accepts: matches(/^o-[a-z0-9]{10,32}$/),
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
export const servicePrincipal = text({
  code: "estate.malformed-service-principal",
  rule: "be the service principal of an AWS service",
  fix: "write e.g. sso.amazonaws.com",
  accepts: matches(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/),
});

/** Short enough for the longest bucket name to fit into 63 characters. */
export const prefix = text({
  code: "estate.malformed-prefix",
  rule: "be 3 to 12 lower-case letters, digits or hyphens, beginning with a letter",
  fix: "choose a short name; it begins every resource's name",
  accepts: matches(/^[a-z][a-z0-9-]{1,10}[a-z0-9]$/),
});

export const identifier = text({
  code: "estate.malformed-id",
  rule: "be 2 to 20 lower-case letters, digits or hyphens, beginning with a letter",
  fix: "it becomes part of names in AWS",
  accepts: matches(/^[a-z][a-z0-9-]{0,18}[a-z0-9]$/),
});

export const country = text({
  code: "estate.malformed-country",
  rule: "be the ISO 3166-1 alpha-2 code of a country, in capitals",
  fix: "write e.g. IE; it is GB and not UK, and a union such as EU is no country",
  accepts: isCountry,
});

export const date = text({
  code: "estate.malformed-date",
  rule: "be a literal ISO date that the calendar has",
  fix: "write YYYY-MM-DD; no time, no expression",
  accepts: isDate,
});

export const words = text({
  code: "estate.empty",
  rule: "say something, in at most 200 characters",
  fix: "write it out; an auditor will read it",
  accepts: (value) => value.trim().length > 0 && value.length <= 200,
});

export const email = text({
  code: "estate.malformed-email",
  rule: "be an e-mail address",
  fix: "name a function's mailbox",
  accepts: matches(MAILBOX),
});

export const approver = text({
  code: "estate.malformed-approver",
  rule: `be ${APPROVED_BY_MONITOR} or an e-mail address`,
  fix: "name whoever answers for that area: a function's mailbox, not a person's",
  accepts: (value) => value === APPROVED_BY_MONITOR || MAILBOX.test(value),
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
export const externalId = text({
  code: "estate.malformed-external-id",
  rule: "be 8 to 128 letters, digits or any of +=,.@:/-",
  fix: "agree on one with the monitor; it is no secret",
  accepts: matches(/^[\w+=,.@:/-]{8,128}$/),
});

/** AWS takes a VPC of /16 to /28; below /20 a segment's tiers no longer fit. */
const LARGEST_NETWORK = 16;
const SMALLEST_NETWORK = 20;

export const cidr = text({
  code: "estate.malformed-cidr",
  rule: `be a private IPv4 network of /${LARGEST_NETWORK} to /${SMALLEST_NETWORK}, written by its first address`,
  fix: "write e.g. 10.16.0.0/16",
  accepts: (value) => {
    if (!/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(value) || !ipaddr.IPv4.isValidCIDR(value)) return false;
    const [address, bits] = ipaddr.IPv4.parseCIDR(value);
    const first = ipaddr.IPv4.networkAddressFromCIDR(value).toString();
    const sized = bits >= LARGEST_NETWORK && bits <= SMALLEST_NETWORK;
    return sized && value === `${first}/${bits}` && address.range() === "private";
  },
});
