import { relative } from "node:path";
import type { Invocation, Location, Log, ReportingDescriptor, Result } from "sarif";
import type { Finding, Hop } from "../../policies/finding";
import type { Metadata, Severity } from "../../policies/policy";
import type { Report } from "../../policies/report";
import { ROOT } from "../project";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
/** What code scanning sorts by: CVSS's bands. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/**
 * The report for code scanning: SARIF 2.1.0. A result points at the file that was judged, or at the line of the program
 * where the output carries it, and at the construct by its path.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(report: Report): string {
  const rules = report.policies.map(({ policy }) => ruleOf(policy));
  const excused = report.waived.map(({ waiver, finding }): Result => ({
    ...resultOf(finding, report),
    suppressions: [{ kind: "external", status: "accepted", justification: `${waiver.reason} (${waiver.owner})` }],
  }));
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "clover", rules } },
        ...(report.notes.length > 0 ? { invocations: [noted(report)] } : {}),
        results: [...report.findings.map((finding) => resultOf(finding, report)), ...excused],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What a reader must know beside the results: no result, so that it changes no verdict. */
function noted({ notes }: Report): Invocation {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: notes.map((text) => ({ level: "note", message: { text } })),
  };
}

function ruleOf(policy: Metadata): ReportingDescriptor {
  return {
    id: policy.id,
    shortDescription: { text: policy.title },
    fullDescription: { text: policy.rationale },
    help: { text: policy.remediation },
    ...(policy.sources[0] ? { helpUri: policy.sources[0] } : {}),
    defaultConfiguration: { level: levelOf(policy.severity) },
    properties: {
      tags: ["security", ...policy.controls],
      precision: "very-high",
      "security-severity": SECURITY_SEVERITY[policy.severity],
    },
  };
}

function resultOf(finding: Finding, { files }: Report): Result {
  const { policy, severity, stack, address, jsonPath, outcome, verdict, witness, message } = finding;
  return {
    ruleId: policy,
    level: levelOf(severity),
    message: { text: `${message}. ${finding.remediation}` },
    locations: [locationOf(finding, files)],
    partialFingerprints: { "finding/v1": [policy, stack, address, jsonPath].join("/") },
    properties: { outcome, ...(verdict ? { verdict } : {}), stack, address, jsonPath },
    ...(witness ? { codeFlows: [{ threadFlows: [{ locations: witness.map((hop) => flowStep(hop, files)) }] }] } : {}),
  };
}

function locationOf({ stack, address, constructPath, source }: Finding, files: Report["files"]): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source?.file ?? files[stack] ?? Object.values(files)[0]!) },
      region: { startLine: source?.line ?? 1 },
    },
    logicalLocations: [{ fullyQualifiedName: constructPath ?? `${stack}/${address}`, kind: "resource" }],
  };
}

function flowStep({ stack, address, jsonPath, mechanism, from, to }: Hop, files: Report["files"]) {
  return {
    location: {
      message: { text: `${from} → ${to} by ${mechanism}` },
      ...(files[stack] ? { physicalLocation: { artifactLocation: { uri: uriOf(files[stack]) } } } : {}),
      logicalLocations: [{ fullyQualifiedName: `${stack}/${address}${jsonPath ? `.${jsonPath}` : ""}` }],
    },
  };
}

/** From the project's root, which is what code scanning knows the repository by. */
function uriOf(file: string): string {
  return relative(ROOT, file).split("\\").join("/").split("/").map(encodeURIComponent).join("/");
}

function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "low" ? "note" : severity === "medium" ? "warning" : "error";
}
