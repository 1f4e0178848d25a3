import { z } from "zod";
import { CONTROL_AREAS, DATA_CLASSES, ENCLAVE_PHASES, MECHANISMS, TRANSFER_INSTRUMENTS } from "./estate";
import {
  account,
  approver,
  arn,
  cidr,
  country,
  date,
  email,
  externalId,
  identifier,
  organizationId,
  prefix,
  servicePrincipal,
  words,
} from "./fields";
import { PROTECTABLE } from "./geography";

/** The law on audit logs differs; a year is the least that any framework of the catalogue asks, ten years the most here. */
const RETENTION_DAYS = { least: 365, most: 3653 };

const transferBasis = z.strictObject({
  instrument: z.enum(TRANSFER_INSTRUMENTS),
  reference: words,
  expires: date,
});

const placement = z.strictObject({
  region: z.string(),
  zones: z.array(z.string()).min(1).max(3),
  standsInFor: country.optional(),
});

/** Stack id → ARN of a key. */
const keyArns = z.record(z.string(), arn("kms"));

const dated = { purpose: words, owner: email, expires: date };

/** The form of each part of an estate. What the parts must be to one another is in `invariants/`. */
export const PARTS = {
  organization: z.strictObject({
    prefix,
    id: organizationId,
    managementAccount: account,
    homeRegion: z.string(),
    deployRoleArn: arn("iam"),
    breakGlassRoleArn: arn("iam"),
    peopleRoleArn: arn("iam"),
    trustedServices: z.array(servicePrincipal),
    securityContact: z.strictObject({ name: words, title: words, email, phone: words }),
  }),
  protectedJurisdictions: z.array(z.enum(PROTECTABLE)).min(1),
  monitor: z.strictObject({
    name: words,
    account,
    organizationId,
    region: z.string(),
    staffCountry: country,
    transferBasis: transferBasis.optional(),
    retentionDays: z.int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most),
    externalId,
    auditorPrincipals: z.array(arn("iam")).min(1),
    deployRoleArn: arn("iam"),
    archiveKeyArns: keyArns,
  }),
  enclave: z.strictObject({
    title: words,
    country,
    account,
    cidr,
    placement,
    phase: z.enum(ENCLAVE_PHASES),
    sunset: date,
    drainTarget: identifier,
    transferBasis,
  }),
  state: z.discriminatedUnion("backend", [
    z.strictObject({ backend: z.literal("local") }),
    z.strictObject({ backend: z.literal("s3"), keyArns }),
  ]),
  approvals: z.strictObject(Object.fromEntries(CONTROL_AREAS.map((area) => [area, approver]))),
} as const;

/** The form of each member of an estate's lists. */
export const MEMBERS = {
  sites: z.strictObject({
    id: identifier,
    title: words,
    country,
    status: z.enum(["active", "planned"]),
    account,
    cidr,
    placement,
  }),
  counterparties: z.strictObject({ id: identifier, title: words, account, country }),
  accesses: z.strictObject({
    id: identifier,
    at: identifier,
    role: identifier,
    team: words,
    countryOfWork: country,
    dataClasses: z.array(z.enum(DATA_CLASSES)).min(1),
    ...dated,
  }),
  flows: z.strictObject({
    id: identifier,
    from: identifier,
    to: identifier,
    dataClass: z.enum(DATA_CLASSES),
    mechanism: z.enum(MECHANISMS),
    ...dated,
  }),
} as const;
