import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMap, isSeq, parseDocument, type Document } from "yaml";
import { loadEstate } from "../../config/load";
import { EstateError, pathText, type LocatedProblem } from "../../config/problem";

const TODAY = "2026-11-24";
const FOLDER = mkdtempSync(join(tmpdir(), "clover-estates-"));
const PRODUCTION = readFileSync(join(__dirname, "../../config/environments/production.yaml"), "utf8");

function problemsOf(text: string | Buffer, today = TODAY): readonly LocatedProblem[] {
  const file = join(FOLDER, "estate.yaml");
  writeFileSync(file, text);
  try {
    loadEstate(file, { today });
    return [];
  } catch (error) {
    if (error instanceof EstateError) return error.problems;
    throw error;
  }
}

type Change = (estate: Document.Parsed) => void;

function changed(change: Change): string {
  const estate = parseDocument(PRODUCTION);
  change(estate);
  return String(estate);
}

const set =
  (path: readonly (string | number)[], value: unknown): Change =>
  (estate) =>
    estate.setIn(path, value);
const remove =
  (path: readonly (string | number)[]): Change =>
  (estate) =>
    void estate.deleteIn(path);
const add =
  (list: string, value: unknown): Change =>
  (estate) =>
    estate.addIn([list], value);
const all =
  (...changes: readonly Change[]): Change =>
  (estate) =>
    changes.forEach((change) => change(estate));

const FLOW = {
  id: "extra",
  from: "dublin",
  to: "parent-company",
  dataClass: "aggregated",
  mechanism: "privatelink",
  purpose: "A test",
  owner: "owner@example.org",
  expires: "2027-01-01",
};
const ACCESS = {
  id: "extra",
  at: "dublin",
  role: "engineer",
  team: "team",
  countryOfWork: "IE",
  dataClasses: ["restricted"],
  purpose: "A test",
  owner: "owner@example.org",
  expires: "2027-01-01",
};

const TRUSTED = ["organization", "trustedServices"];

/** What is refused: title, change, code, path. The rest of the estate stays valid. */
const REFUSALS: readonly (readonly [string, Change, string, string])[] = [
  ["an unknown section", set(["sitess"], []), "estate.unknown-key", "sitess"],
  ["an unknown field", set(["monitor", "retention"], 1), "estate.unknown-key", "monitor.retention"],
  [
    "an unknown field, deep down",
    set(["sites", 0, "placement", "outpost"], "x"),
    "estate.unknown-key",
    "sites[0].placement.outpost",
  ],
  ["a missing section", remove(["enclave"]), "estate.missing", "enclave"],
  ["a missing field", remove(["monitor", "externalId"]), "estate.missing", "monitor.externalId"],
  ["sites that are no list", set(["sites"], "dublin"), "estate.missing", "sites"],
  ["an unquoted account", set(["sites", 0, "account"], 222222222222), "estate.wrong-type", "sites[0].account"],
  [
    "an account of eleven digits",
    set(["sites", 0, "account"], "22222222222"),
    "estate.malformed-account",
    "sites[0].account",
  ],
  [
    "a role ARN with a wildcard",
    set(["organization", "breakGlassRoleArn"], "arn:aws:iam::111111111111:role/*"),
    "estate.malformed-arn",
    "organization.breakGlassRoleArn",
  ],
  [
    "an alias for the archive's key",
    set(["monitor", "archiveKeyArns", "dublin"], "arn:aws:kms:eu-west-2:999999999999:alias/a"),
    "estate.malformed-arn",
    "monitor.archiveKeyArns.dublin",
  ],
  ["a network that is none", set(["sites", 0, "cidr"], "10.16.0.0"), "estate.malformed-cidr", "sites[0].cidr"],
  [
    "a network that begins inside itself",
    set(["sites", 0, "cidr"], "10.16.1.0/16"),
    "estate.malformed-cidr",
    "sites[0].cidr",
  ],
  ["a public network", set(["sites", 0, "cidr"], "52.16.0.0/16"), "estate.malformed-cidr", "sites[0].cidr"],
  ["a network that is too small", set(["sites", 0, "cidr"], "10.16.0.0/24"), "estate.malformed-cidr", "sites[0].cidr"],
  [
    "a date that the calendar has not",
    set(["enclave", "sunset"], "2027-02-30"),
    "estate.malformed-date",
    "enclave.sunset",
  ],
  ["a date with a time", set(["enclave", "sunset"], "2027-02-03T00:00:00Z"), "estate.malformed-date", "enclave.sunset"],
  [
    "a sunset that is an expression",
    set(["enclave", "sunset"], "today + 90"),
    "estate.malformed-date",
    "enclave.sunset",
  ],
  ["a missing sunset", remove(["enclave", "sunset"]), "estate.missing", "enclave.sunset"],
  [
    "an organization id that is none",
    set(["organization", "id"], "o-short"),
    "estate.malformed-organization-id",
    "organization.id",
  ],
  ["trusted services that nothing is said of", remove(TRUSTED), "estate.missing", "organization.trustedServices"],
  [
    "a trusted service that is no service principal",
    set([...TRUSTED, 0], "sso"),
    "estate.malformed-service-principal",
    "organization.trustedServices[0]",
  ],
  [
    "a service that is trusted twice",
    set([...TRUSTED, 1], "sso.amazonaws.com"),
    "estate.service-used-twice",
    "organization.trustedServices[1]",
  ],
  ...["ram", "member.org.stacksets.cloudformation", "backup", "iam", "malware-protection.guardduty"].map(
    (name): (typeof REFUSALS)[number] => [
      `a trusted service that reaches into accounts: ${name}`,
      set([...TRUSTED, 1], `${name}.amazonaws.com`),
      "estate.unfit-service",
      "organization.trustedServices[1]",
    ],
  ),
  [
    "a prefix that is too long",
    set(["organization", "prefix"], "a-very-long-prefix"),
    "estate.malformed-prefix",
    "organization.prefix",
  ],
  ["an id with a space", set(["sites", 0, "id"], "dub lin"), "estate.malformed-id", "sites[0].id"],
  [
    "a country that is no code",
    set(["sites", 0, "country"], "Ireland"),
    "estate.malformed-country",
    "sites[0].country",
  ],
  ["a country that there is not", set(["counterparties", 0, "country"], "XX"), "estate.malformed-country", "counterparties[0].country"], // prettier-ignore
  ["a union of countries", set(["accesses", 0, "countryOfWork"], "EU"), "estate.malformed-country", "accesses[0].countryOfWork"], // prettier-ignore
  ["a country that is no more", set(["monitor", "staffCountry"], "SU"), "estate.malformed-country", "monitor.staffCountry"], // prettier-ignore
  ["an owner that is no mailbox", set(["flows", 0, "owner"], "platform"), "estate.malformed-email", "flows[0].owner"],
  [
    "an external id that is too short",
    set(["monitor", "externalId"], "x"),
    "estate.malformed-external-id",
    "monitor.externalId",
  ],
  [
    "an approver that is no mailbox",
    set(["approvals", "region"], "somebody"),
    "estate.malformed-approver",
    "approvals.region",
  ],
  ["an area that nobody approves", remove(["approvals", "isolation"]), "estate.missing", "approvals.isolation"],
  [
    "an approver of an area that there is not",
    set(["approvals", "auditing"], "monitor"),
    "estate.unknown-key",
    "approvals.auditing",
  ],
  ["an empty purpose", set(["flows", 0, "purpose"], " "), "estate.empty", "flows[0].purpose"],
  ["an unknown data class", set(["flows", 0, "dataClass"], "secret"), "estate.unknown-value", "flows[0].dataClass"],
  ["an unknown phase", set(["enclave", "phase"], "closing"), "estate.unknown-value", "enclave.phase"],
  ["an unknown state backend", set(["state", "backend"], "gcs"), "estate.unknown-value", "state.backend"],
  [
    "a retention shorter than a year",
    set(["monitor", "retentionDays"], 364),
    "estate.too-small",
    "monitor.retentionDays",
  ],
  ["a retention of centuries", set(["monitor", "retentionDays"], 99999), "estate.too-big", "monitor.retentionDays"],
  [
    "an account used twice",
    set(["enclave", "account"], "222222222222"),
    "estate.account-used-twice",
    "enclave.account",
  ],
  ["an id used twice", set(["counterparties", 0, "id"], "norway"), "estate.id-used-twice", "counterparties[0].id"],
  [
    "a site named after a stack",
    set(["counterparties", 0, "id"], "monitor"),
    "estate.reserved-id",
    "counterparties[0].id",
  ],
  [
    "a counterparty named as no construct can be",
    set(["counterparties", 0, "id"], "constructor"),
    "estate.reserved-id",
    "counterparties[0].id",
  ],
  ["a site named as no construct can be", set(["sites", 2, "id"], "constructor"), "estate.reserved-id", "sites[2].id"],
  [
    "a site named as no construct can be, which has no key",
    set(["sites", 2, "id"], "constructor"),
    "estate.archive-without-key",
    "monitor.archiveKeyArns.constructor",
  ],
  ["networks that overlap", set(["enclave", "cidr"], "10.16.128.0/20"), "estate.overlapping-cidr", "enclave.cidr"],
  [
    "a region that geography does not know",
    set(["organization", "homeRegion"], "eu-west-9"),
    "estate.unknown-region",
    "organization.homeRegion",
  ],
  [
    "a zone outside its region",
    set(["sites", 0, "placement", "zones", 0], "eun1-az3"),
    "estate.foreign-zone",
    "sites[0].placement.zones[0]",
  ],
  [
    "a Local Zone",
    set(["enclave", "placement", "zones", 0], "use1-bos1-az1"),
    "estate.foreign-zone",
    "enclave.placement.zones[0]",
  ],
  [
    "two Irish sites that share a zone",
    set(["sites", 1, "placement", "zones", 0], "euw1-az2"),
    "estate.zone-used-twice",
    "sites[1].placement.zones[0]",
  ],
  [
    "an enclave that names a zone twice",
    set(["enclave", "placement", "zones"], ["use1-az1", "use1-az1"]),
    "estate.zone-used-twice",
    "enclave.placement.zones[1]",
  ],
  [
    "a country mismatch that is not declared",
    remove(["sites", 2, "placement", "standsInFor"]),
    "estate.undeclared-stand-in",
    "sites[2].placement.standsInFor",
  ],
  [
    "a stand-in where none is needed",
    set(["sites", 0, "placement", "standsInFor"], "IE"),
    "estate.needless-stand-in",
    "sites[0].placement.standsInFor",
  ],
  [
    "a site outside the protected jurisdictions",
    all(
      set(["sites", 2, "placement"], { region: "eu-central-2", zones: ["euc2-az1"] }),
      set(["sites", 2, "country"], "CH"),
    ),
    "estate.site-outside-protection",
    "sites[2].country",
  ],
  [
    "a site that stands in from outside",
    set(["sites", 2, "placement"], { region: "eu-west-2", zones: ["euw2-az1"], standsInFor: "NO" }),
    "estate.site-outside-protection",
    "sites[2].placement.region",
  ],
  [
    "an organization at home outside",
    set(["organization", "homeRegion"], "us-east-1"),
    "estate.home-outside-protection",
    "organization.homeRegion",
  ],
  [
    "an enclave inside the protected jurisdictions",
    all(
      set(["enclave", "placement"], { region: "eu-central-1", zones: ["euc1-az1"] }),
      set(["enclave", "country"], "DE"),
    ),
    "estate.enclave-inside-protection",
    "enclave.placement.region",
  ],
  [
    "a site in another partition",
    set(["sites", 0, "placement"], { region: "eusc-de-east-1", zones: ["eusc-dee1-az1"], standsInFor: "IE" }),
    "estate.foreign-partition",
    "sites[0].placement.region",
  ],
  [
    "an enclave in another partition",
    set(["enclave", "placement"], { region: "us-gov-west-1", zones: ["usgw1-az1"] }),
    "estate.foreign-partition",
    "enclave.placement.region",
  ],
  [
    "a monitor in another partition",
    set(["monitor", "region"], "eusc-de-east-1"),
    "estate.foreign-partition",
    "monitor.region",
  ],
  [
    "a monitor where an organization in another partition cannot reach it",
    set(["organization", "homeRegion"], "eusc-de-east-1"),
    "estate.foreign-partition",
    "monitor.region",
  ],
  [
    "a monitor in an operator's account",
    set(["monitor", "account"], "333333333333"),
    "estate.monitor-not-independent",
    "monitor.account",
  ],
  [
    "a monitor in the operator's organization",
    set(["monitor", "organizationId"], "o-cloverexample"),
    "estate.monitor-not-independent",
    "monitor.organizationId",
  ],
  [
    "a monitor abroad without a transfer basis",
    remove(["monitor", "transferBasis"]),
    "estate.monitor-without-transfer-basis",
    "monitor.transferBasis",
  ],
  [
    "a monitor whose transfer basis has expired",
    set(["monitor", "transferBasis", "expires"], "2026-11-23"),
    "estate.expired-transfer-basis",
    "monitor.transferBasis.expires",
  ],
  [
    "an enclave whose transfer basis has expired",
    set(["enclave", "transferBasis", "expires"], "2026-11-23"),
    "estate.expired-transfer-basis",
    "enclave.transferBasis.expires",
  ],
  [
    "an archive key of another region",
    set(
      ["monitor", "archiveKeyArns", "dublin"],
      "arn:aws:kms:eu-west-1:999999999999:key/00000000-0000-4000-8000-999999999999",
    ),
    "estate.foreign-arn",
    "monitor.archiveKeyArns.dublin",
  ],
  [
    "people who come in the role that deploys",
    set(["organization", "peopleRoleArn"], "arn:aws:iam::111111111111:role/clover-deploy"),
    "estate.role-used-twice",
    "organization.peopleRoleArn",
  ],
  [
    "a deploy role of another account",
    set(["organization", "deployRoleArn"], "arn:aws:iam::222222222222:role/deploy"),
    "estate.foreign-arn",
    "organization.deployRoleArn",
  ],
  [
    "a deploy role of another partition",
    set(["organization", "deployRoleArn"], "arn:aws-us-gov:iam::111111111111:role/clover-deploy"),
    "estate.foreign-arn",
    "organization.deployRoleArn",
  ],
  [
    "an auditor of another partition",
    set(["monitor", "auditorPrincipals", 0], "arn:aws-cn:iam::999999999999:role/auditor"),
    "estate.foreign-arn",
    "monitor.auditorPrincipals[0]",
  ],
  [
    "an archive key of another partition",
    set(
      ["monitor", "archiveKeyArns", "dublin"],
      "arn:aws-cn:kms:eu-west-2:999999999999:key/00000000-0000-4000-8000-000000000103",
    ),
    "estate.foreign-arn",
    "monitor.archiveKeyArns.dublin",
  ],
  [
    "a state key of another partition",
    set(
      ["state", "keyArns", "enclave"],
      "arn:aws-us-gov:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000006",
    ),
    "estate.foreign-arn",
    "state.keyArns.enclave",
  ],
  [
    "an auditor who is not the monitor's",
    set(["monitor", "auditorPrincipals", 0], "arn:aws:iam::222222222222:role/a"),
    "estate.foreign-arn",
    "monitor.auditorPrincipals[0]",
  ],
  ["a sunset that has passed", set(["enclave", "sunset"], "2026-11-23"), "estate.sunset-passed", "enclave.sunset"],
  [
    "a drain target that is planned",
    set(["enclave", "drainTarget"], "norway"),
    "estate.drain-target-not-active",
    "enclave.drainTarget",
  ],
  [
    "a drain target that is no site",
    set(["enclave", "drainTarget"], "oslo"),
    "estate.drain-target-not-active",
    "enclave.drainTarget",
  ],
  [
    "audit that the operator approves",
    set(["approvals", "audit"], "security@example.org"),
    "estate.audit-without-monitor",
    "approvals.audit",
  ],
  ["a drain that no flow declares", remove(["flows", 0]), "estate.drain-not-declared", "enclave.drainTarget"],
  [
    "restricted data to a counterparty abroad",
    add("flows", { ...FLOW, dataClass: "restricted" }),
    "estate.restricted-data-leaves",
    "flows[2].dataClass",
  ],
  ["a flow into the enclave", add("flows", { ...FLOW, to: "enclave" }), "estate.flow-into-enclave", "flows[2].to"],
  ["a flow to nowhere", add("flows", { ...FLOW, to: "oslo" }), "estate.unknown-place", "flows[2].to"],
  ["a flow to itself", add("flows", { ...FLOW, to: "dublin" }), "estate.unknown-place", "flows[2].to"],
  ["a flow from nowhere", add("flows", { ...FLOW, from: "oslo" }), "estate.unknown-place", "flows[2].from"],
  [
    "a flow that has expired",
    add("flows", { ...FLOW, expires: "2026-11-23" }),
    "estate.expired-flow",
    "flows[2].expires",
  ],
  [
    "replication between sites",
    add("flows", { ...FLOW, to: "norway", mechanism: "s3-replication" }),
    "estate.unfit-mechanism",
    "flows[2].mechanism",
  ],
  [
    "access from a country outside",
    add("accesses", { ...ACCESS, countryOfWork: "GB" }),
    "estate.access-from-outside",
    "accesses[2].countryOfWork",
  ],
  [
    "access that has expired",
    add("accesses", { ...ACCESS, expires: "2026-11-23" }),
    "estate.expired-access",
    "accesses[2].expires",
  ],
  ["access to nowhere", add("accesses", { ...ACCESS, at: "monitor" }), "estate.unknown-place", "accesses[2].at"],
  ["no active site", set(["sites", 0, "status"], "planned"), "estate.no-active-site", "sites"],
  [
    "a stack without an archive key",
    remove(["monitor", "archiveKeyArns", "norway"]),
    "estate.archive-without-key",
    "monitor.archiveKeyArns.norway",
  ],
  [
    "an archive key of no stack",
    set(
      ["monitor", "archiveKeyArns", "oslo"],
      "arn:aws:kms:eu-west-2:999999999999:key/00000000-0000-4000-8000-000000000109",
    ),
    "estate.unknown-place",
    "monitor.archiveKeyArns.oslo",
  ],
  [
    "a stack's state without a key",
    remove(["state", "keyArns", "norway"]),
    "estate.state-without-key",
    "state.keyArns.norway",
  ],
  [
    "a state key of another region",
    set(["state", "keyArns", "enclave"], "arn:aws:kms:us-east-1:555555555555:key/00000000-0000-4000-8000-000000000006"),
    "estate.foreign-arn",
    "state.keyArns.enclave",
  ],
  [
    "state of no stack",
    set(["state", "keyArns", "oslo"], "arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000009"),
    "estate.unknown-place",
    "state.keyArns.oslo",
  ],
];

describe("an estate is refused", () => {
  it("not as it is shipped", () => expect(problemsOf(PRODUCTION)).toEqual([]));

  it.each(REFUSALS)("for %s", (_title, change, code, path) => {
    const problems = problemsOf(changed(change));
    const found = problems.find((problem) => problem.code === code && pathText(problem.path) === path);
    expect(problems.map((problem) => `${problem.code} ${pathText(problem.path)}`)).toContain(`${code} ${path}`);
    expect(found!.rule).toMatch(/\w{2}/);
    expect(found!.fix).toMatch(/\w{2}/);
    expect(found!.line).toBeGreaterThan(0);
  });

  it("with every code documented, and every documented code refused here", () => {
    const [ofEstates] = readFileSync(join(__dirname, "../../docs/estate.md"), "utf8").split("## The evidence");
    const codes = new Set([...ofEstates!.matchAll(/`(estate\.[a-z-]+)`/g)].map(([, code]) => code));
    const refused = new Set([
      ...REFUSALS.map(([, , code]) => code),
      ...FILES.map(([, , code]) => code),
      "estate.no-such-file",
      "estate.malformed-today",
    ]);
    expect([...refused].sort()).toEqual([...codes].sort());
  });
});

/** Files that are no estate at all: title, text, code. */
const FILES: readonly (readonly [string, string | Buffer, string])[] = [
  ["an empty file", "", "estate.empty-file"],
  ["a file of blanks", " \n\n", "estate.empty-file"],
  ["a file that is not YAML", "organization: [", "estate.not-yaml"],
  ["a file of two documents", `${PRODUCTION}\n---\na: 1\n`, "estate.not-yaml"],
  ["a file whose tag is unknown", "organization: !secret x\n", "estate.not-yaml"],
  ["a file whose alias names nothing", "organization: *nobody\n", "estate.not-yaml"],
  ["a file that holds itself", "organization: &all [*all]\n", "estate.not-yaml"],
  ["a file of lists in lists", `${"- ".repeat(400_000)}x`, "estate.not-yaml"],
  ["a file of brackets", "[".repeat(10_000), "estate.not-yaml"],
  ["a file of more aliases than anybody writes", `a: &a x\nb: [${"*a, ".repeat(101)}]\n`, "estate.alias-bomb"],
  [
    "a file of another encoding",
    Buffer.from(PRODUCTION.replace("Dublin", "D\u00fcblin"), "latin1"),
    "estate.unreadable",
  ],
  ["a file that says a thing twice", `${PRODUCTION}\nmonitor: {}\n`, "estate.duplicate-key"],
  ["a list", "- a\n- b\n", "estate.not-a-mapping"],
  ["a word", "estate\n", "estate.not-a-mapping"],
  ["a file of 10 MB", `# ${"x".repeat(10 * 1024 * 1024)}`, "estate.too-large"],
  [
    "an alias bomb",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g"]
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdef"[index]}`).join(",")}]`)
      .join("\n")}\n`,
    "estate.alias-bomb",
  ],
];

describe("a file is refused", () => {
  it.each(FILES)("that is %s", (_title, text, code) => {
    expect(problemsOf(text).map((problem) => problem.code)).toContain(code);
  });

  it("that does not exist, and the message names those that do", () => {
    expect(() => loadEstate("staging", { today: TODAY })).toThrow(
      /^\[estate\.no-such-file\] staging:1:1 the file: must be a file that exists, got "staging"; the project's estates are local, production/,
    );
  });

  it("on a day that is none", () => {
    expect(() => loadEstate("local", { today: "tomorrow" })).toThrow("[estate.malformed-today]");
  });
});

describe("a refusal", () => {
  it("tells all problems in one run, in the order of the file, each with its line, value, rule and fix", () => {
    const text = changed(
      all(
        set(["organization", "homeRegion"], "eu-west-9"),
        set(["sites", 0, "account"], "12"),
        set(["enclave", "sunset"], "2026-01-01"),
        set(["flows", 1, "dataClass"], "restricted"),
      ),
    );
    const problems = problemsOf(text);
    const codes = problems.map(({ code }) => code);
    expect(codes.slice(0, 2)).toEqual(["estate.unknown-region", "estate.malformed-account"]);
    expect(codes).toEqual(expect.arrayContaining(["estate.sunset-passed", "estate.restricted-data-leaves"]));
    const lines = text.split("\n");
    for (const { line, path, value } of problems.filter(
      (problem) => problem.code !== "estate.drain-target-not-active",
    )) {
      expect([path, lines[line - 1]]).toEqual([path, expect.stringContaining(String(value).split(" ")[0]!)]);
    }
  });

  it("of an alias names it, its line and what to do", () => {
    expect(problemsOf("organization:\n  id: *nobody\n")).toEqual([
      {
        code: "estate.not-yaml",
        path: [],
        value: "*nobody",
        rule: "name by an alias what an anchor before it has named",
        fix: "write what it stands for",
        line: 2,
        column: 7,
      },
    ]);
  });

  it("is none for a byte order mark or Windows' line endings", () => {
    expect(problemsOf(`\ufeff${PRODUCTION.replaceAll("\n", "\r\n")}`)).toEqual([]);
  });

  it("reads like this", () => {
    const file = join(FOLDER, "estate.yaml");
    writeFileSync(file, changed(set(["sites", 0, "cidr"], "10.16.1.0/16")));
    expect(() => loadEstate(file, { today: TODAY })).toThrow(
      /^\[estate\.malformed-cidr\] \S+estate\.yaml:\d+:\d+ sites\[0\]\.cidr: must be a private IPv4 network of \/16 to \/20, written by its first address, got "10\.16\.1\.0\/16"; write e\.g\. 10\.16\.0\.0\/16\n1 problem in /,
    );
  });

  it("of a passed sunset ends when the enclave is retired", () => {
    const retired = changed(all(set(["enclave", "sunset"], "2026-11-23"), set(["enclave", "phase"], "retired")));
    expect(problemsOf(retired).map(({ code }) => code)).toEqual(["estate.retired-without-evidence"]);
  });
});

describe("the parts of a document that the tests change", () => {
  it("are where they are looked for", () => {
    const estate = parseDocument(PRODUCTION);
    expect(isSeq(estate.get("flows")) && estate.get("flows")).toHaveProperty("items.length", 2);
    expect(isMap(estate.get("state"))).toBe(true);
  });
});
