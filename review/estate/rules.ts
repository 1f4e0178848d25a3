import { CONTROL_AREAS, DATA_CLASSES, ENCLAVE_PHASES, type ControlArea } from "../../config/estate";
import type { ChangeVerdict } from "../entry";
import type { Stronger } from "../direction";

/** What it means that a field of the estate has another value. */
export interface EstateRule {
  /** `*` stands for one member of a list, or for one key. */
  readonly path: string;
  /** The field as a sentence has it. */
  readonly name: string;
  readonly stronger: Stronger;
  readonly controls: readonly string[];
  /** What its weaker value is called, where not `weaker`. */
  readonly weaker?: ChangeVerdict;
  /** What its stronger value is called, where not `stronger`. */
  readonly strong?: ChangeVerdict;
  /** What a reader must know of its weaker, or of its stronger value. */
  readonly means?: { readonly weaker?: string; readonly stronger?: string };
}

/** A control of each area, by which its approver is found. */
const ANY_OF: Readonly<Record<ControlArea, string>> = {
  region: "A1",
  encryption: "B10",
  isolation: "C19",
  audit: "D27",
  identity: "E40",
  enclave: "F44",
  account: "G51",
  hardening: "H57",
};

const LESS_SENSITIVE = DATA_CLASSES.filter((each) => each !== "audit");
const opens = { stronger: "none", weaker: "opens" } as const;

/** What somebody vouched for, and who: any other one is for somebody to approve. */
const vouched = (control: string, names: Readonly<Record<string, string>>): readonly EstateRule[] =>
  Object.entries(names).map(([path, name]) => ({ path, name, stronger: "none", controls: [control] }));

const basis = (path: string) => ({
  [`${path}.instrument`]: "the instrument of the transfer basis",
  [`${path}.reference`]: "the reference of the transfer basis",
});

/** Every field of which some value protects less than another. Whatever is not here protects nothing by itself. */
export const ESTATE_RULES: readonly EstateRule[] = [
  { path: "protectedJurisdictions", name: "where restricted data may be", stronger: "fewer", controls: ["A5"] },
  {
    path: "sites.*.status",
    name: "the status",
    stronger: ["active", "planned"],
    weaker: "opens",
    strong: "destroys",
    means: {
      weaker: "restricted data may be there from then on",
      stronger: "its stores go, and all that is in them",
    },
    controls: ["A5", "G52"],
  },
  { path: "sites.*.placement.region", name: "the region", ...opens, controls: ["A1", "A5"] },
  { path: "sites.*.placement.standsInFor", name: "the stand-in", stronger: "none", controls: ["A1"] },
  { path: "sites.*.account", name: "the account", stronger: "none", controls: ["A1"] },
  { path: "enclave.phase", name: "the phase", stronger: ENCLAVE_PHASES, controls: ["F44", "F46"] },
  { path: "enclave.sunset", name: "the sunset", stronger: "less", controls: ["F44", "F45"] },
  { path: "enclave.drainTarget", name: "the drain target", ...opens, controls: ["F46"] },
  { path: "enclave.placement.region", name: "the region", ...opens, controls: ["A1", "F46"] },
  { path: "enclave.account", name: "the account", stronger: "none", controls: ["A1"] },
  { path: "enclave.transferBasis.expires", name: "the end of the transfer basis", stronger: "less", controls: ["F44"] },
  ...vouched("F44", basis("enclave.transferBasis")),
  ...vouched("D34", { ...basis("monitor.transferBasis"), "monitor.name": "the name" }),
  { path: "monitor.retentionDays", name: "how long audit logs are kept", stronger: "more", controls: ["D32"] },
  { path: "monitor.account", name: "the account", stronger: "none", controls: ["D34"] },
  { path: "monitor.organizationId", name: "the organization", stronger: "none", controls: ["D34"] },
  { path: "monitor.region", name: "the region", stronger: "none", controls: ["D34"] },
  { path: "monitor.staffCountry", name: "the country of its staff", ...opens, controls: ["D34"] },
  { path: "monitor.externalId", name: "the external id", stronger: "none", controls: ["E40"] },
  {
    path: "monitor.auditorPrincipals",
    name: "whom it lets audit",
    stronger: "fewer",
    weaker: "opens",
    controls: ["E40", "D33"],
  },
  { path: "monitor.deployRoleArn", name: "the role that deploys", ...opens, controls: ["D33"] },
  { path: "monitor.archiveKeyArns.*", name: "the key of the archive", stronger: "none", controls: ["D34"] },
  { path: "monitor.transferBasis.expires", name: "the end of the transfer basis", stronger: "less", controls: ["D34"] },
  { path: "organization.id", name: "the organization", stronger: "none", controls: ["E37"] },
  { path: "organization.managementAccount", name: "the management account", stronger: "none", controls: ["E43"] },
  { path: "organization.homeRegion", name: "the home region", ...opens, controls: ["A1"] },
  { path: "organization.deployRoleArn", name: "the role that deploys", ...opens, controls: ["E40"] },
  { path: "organization.breakGlassRoleArn", name: "the break-glass role", ...opens, controls: ["E42"] },
  { path: "organization.peopleRoleArn", name: "the role in which people arrive", ...opens, controls: ["E40"] },
  {
    path: "organization.trustedServices",
    name: "the list of trusted services",
    stronger: "fewer",
    weaker: "opens",
    strong: "weaker",
    means: {
      weaker:
        "one that came acts in every account, in a role that no service control policy binds; what one did that went ends",
      stronger: "what it did in every account ends: without single sign-on nobody signs in",
    },
    controls: ["E40", "G53"],
  },
  { path: "state.backend", name: "where state is kept", stronger: ["local", "s3"], controls: ["G54"] },
  { path: "state.keyArns.*", name: "the key of the state", stronger: "none", controls: ["G54"] },
  { path: "flows.*.from", name: "where it begins", ...opens, controls: ["A5"] },
  { path: "flows.*.to", name: "where it goes", ...opens, controls: ["A5"] },
  { path: "flows.*.mechanism", name: "how it goes", ...opens, controls: ["A5"] },
  { path: "flows.*.dataClass", name: "what it carries", stronger: LESS_SENSITIVE, weaker: "opens", controls: ["A5"] },
  ...vouched("A5", { "flows.*.purpose": "the purpose", "flows.*.owner": "the owner" }),
  { path: "flows.*.expires", name: "the last day", stronger: "less", controls: ["A5"] },
  { path: "accesses.*.at", name: "where it is", ...opens, controls: ["E40"] },
  { path: "accesses.*.role", name: "who has it", ...opens, controls: ["E40"] },
  { path: "accesses.*.team", name: "whose people have it", ...opens, controls: ["E40"] },
  { path: "accesses.*.countryOfWork", name: "where they work", ...opens, controls: ["A5", "E40"] },
  {
    path: "accesses.*.dataClasses",
    name: "what they reach",
    stronger: { fewerOf: LESS_SENSITIVE },
    weaker: "opens",
    controls: ["A5", "E40"],
  },
  ...vouched("A5", { "accesses.*.purpose": "the purpose", "accesses.*.owner": "the owner" }),
  { path: "accesses.*.expires", name: "the last day", stronger: "less", controls: ["E40"] },
  { path: "counterparties.*.account", name: "the account", ...opens, controls: ["A5"] },
  { path: "counterparties.*.country", name: "the country", ...opens, controls: ["A5"] },
  ...CONTROL_AREAS.map((area): EstateRule => ({
    path: `approvals.${area}`,
    name: `who approves what weakens ${area},`,
    stronger: "none",
    controls: [ANY_OF[area], "D33"],
  })),
];
