import { hole } from "../../../../policies/model/symbolic";
import type { PlainText } from "../../../../policies/rules/storage/plain-texts";
import { secretIn } from "../../../../policies/rules/storage/secret-in";

const plain = (name: string, text: string, environment = false): PlainText => ({
  jsonPath: name,
  name,
  text,
  environment,
});
const SECRET = "arn:aws:secretsmanager:eu-west-1:200000000002:secret:database-AbCdEf";

describe("secretIn", () => {
  it.each([
    ["an attribute that is one by its name", plain("master_password", "correct-horse")],
    ["a variable that is one by its name", plain("GITHUB_TOKEN", "correct-horse", true)],
    ["an access key", plain("anything", "AKIAIOSFODNN7EXAMPLE")],
    ["a private key", plain("body", "-----BEGIN EC PRIVATE KEY-----\nMHc")],
    ["an assignment in a script", plain("user_data", "export DB_PASSWORD=correct-horse")],
    ["an address with a password", plain("endpoint", "postgres://report:correct@people/people")],
  ])("finds %s", (_, text) => {
    const { answer, what } = secretIn(text);
    expect(answer).toBe("yes");
    expect(what).not.toContain("correct");
  });

  it.each([
    ["the ARN of one", plain("password", SECRET)],
    ["the ARN of one in a script", plain("user_data", `aws secretsmanager get-secret-value --secret-id ${SECRET}`)],
    ["a write-only argument", plain("password_wo", "correct-horse")],
    ["an attribute that is about passwords", plain("minimum_password_length", "16")],
    ["a token for idempotency", plain("client_token", "a-b-c")],
    ["an empty one", plain("password", "")],
    ["prose", plain("description", "password: ask somebody who knows")],
    ["a placeholder in a script", plain("user_data", 'PASSWORD="$(fetch)"')],
  ])("leaves %s alone", (_, text) => expect(secretIn(text).answer).toBe("no"));

  it("does not know what a variable will hold", () => {
    expect(secretIn(plain("password", hole("var.password"))).answer).toBe("unknown");
    expect(secretIn(plain("user_data", `#!/bin/sh\n${hole("var.script")}`)).answer).toBe("unknown");
    expect(secretIn(plain("LEVEL", hole("var.level"), true)).answer).toBe("no");
  });
});
