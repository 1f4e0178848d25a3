import { keepingProblems, type Keeping } from "../../audit/keeping";

const KEY = "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103";
const DECLARED = { retentionDays: 365, keyArn: KEY };
const KEPT: Keeping = {
  deliveredAt: new Date("2026-11-24T10:00:00Z"),
  lockMode: "COMPLIANCE",
  retainUntil: new Date("2027-11-24T10:00:00Z"),
  encryption: "aws:kms",
  keyArn: KEY,
};

const kinds = (kept: Partial<Keeping>) => keepingProblems({ ...KEPT, ...kept }, DECLARED).map(({ kind }) => kind);

describe("an object of the archive", () => {
  it("is kept when it is locked for as long as declared, under the archive's key", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ retainUntil: new Date("2033-11-24T10:00:00Z") })).toEqual([]);
  });

  it("fails when it has no lock, or one without an end", () => {
    expect(kinds({ lockMode: undefined, retainUntil: undefined })).toEqual(["unlocked"]);
    expect(kinds({ retainUntil: undefined })).toEqual(["unlocked"]);
  });

  it("fails when its lock can be bypassed, and when it ends early", () => {
    expect(kinds({ lockMode: "GOVERNANCE" })).toEqual(["not-compliance"]);
    expect(kinds({ retainUntil: new Date("2027-11-23T10:00:00Z") })).toEqual(["retention-short"]);
    expect(kinds({ lockMode: "GOVERNANCE", retainUntil: KEPT.deliveredAt })).toEqual([
      "not-compliance",
      "retention-short",
    ]);
  });

  it("fails when it is encrypted with another key, or with none of KMS's", () => {
    expect(kinds({ keyArn: KEY.replace("103", "104") })).toEqual(["foreign-key"]);
    expect(kinds({ encryption: "AES256", keyArn: undefined })).toEqual(["foreign-key"]);
    expect(kinds({ encryption: undefined, keyArn: undefined })).toEqual(["foreign-key"]);
  });
});
