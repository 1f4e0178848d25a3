import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { sarif } from "../../../cli/report/sarif";
import { ROOT } from "../../../cli/project";
import { FAILED, sampleReport, WAIVED } from "../../support/report";

const schema = JSON.parse(readFileSync(join(__dirname, "fixtures/sarif-2.1.0-rtm.5.schema.json"), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv as never);
const validate = ajv.compile(schema);

const inProject = (file: string) => join(ROOT, file);
const files = {
  dublin: inProject("cdktf.out/stacks/dublin/cdk.tf.json"),
  norway: inProject("cdktf.out/x/cdk.tf.json"),
};

describe("the SARIF report", () => {
  it.each([
    ["findings", sampleReport({ files })],
    ["waived findings", sampleReport({ files, findings: [], waived: [WAIVED] })],
    ["nothing", sampleReport({ files, findings: [] })],
    ["notes", sampleReport({ files, notes: ["Norway's data is in Sweden."] })],
  ])("satisfies the schema of SARIF 2.1.0 with %s", (_what, report) => {
    validate(JSON.parse(sarif(report)));
    expect(validate.errors).toBeNull();
  });

  it("points at the judged file, and at the construct by its path", () => {
    const [result] = JSON.parse(sarif(sampleReport({ files }))).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe("cdktf.out/stacks/dublin/cdk.tf.json");
    expect(result.locations[0].logicalLocations[0].fullyQualifiedName).toBe("dublin/user-data/bucket");
  });

  it("points at the line of the program where the output carries it", () => {
    const source = { file: inProject("constructs/encryption/encrypted-bucket.ts"), line: 40 };
    const [result] = JSON.parse(sarif(sampleReport({ files, findings: [{ ...FAILED, source }] }))).runs[0].results;
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect([artifactLocation.uri, region.startLine]).toEqual(["constructs/encryption/encrypted-bucket.ts", 40]);
  });

  it("tells a leak hop by hop, and what is waived as suppressed with its reason", () => {
    const { results } = JSON.parse(sarif(sampleReport({ files, waived: [WAIVED] }))).runs[0];
    const [step] = results[2].codeFlows[0].threadFlows[0].locations;
    expect(step.location.message.text).toBe("dublin (IE) → account 777777777777 by bucket policy");
    expect(results[3].suppressions[0].justification).toContain("Holds nothing but public pictures");
  });
});
