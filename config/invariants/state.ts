import type { Draft } from "../draft";
import type { Problem } from "../problem";
import { foreignArn } from "./monitor";

/** Every stack's state has a key in the account and region that its state lies in; the enclave's lies in Europe. */
export function* stateHolds({ state, organization, monitor, sites, enclave, incomplete }: Draft): Generator<Problem> {
  if (incomplete.has("sites")) return;
  if (!state || state.backend === "local" || !organization || !monitor || !enclave) return;
  const home = { account: organization.managementAccount, region: organization.homeRegion };
  const expected = new Map([
    ["organization", home],
    ["monitor", { account: monitor.account, region: monitor.region }],
    ...sites.map(({ value }) => [value.id, { account: value.account, region: value.placement.region }] as const),
    ["enclave", home],
  ]);
  for (const [stack, { account, region }] of expected) {
    const path = ["state", "keyArns", stack];
    const arn = state.keyArns[stack];
    if (arn === undefined) {
      yield {
        code: "estate.state-without-key",
        path,
        value: arn,
        rule: "name the key of the stack's state bucket",
        fix: `deploy state-${stack} and write its key's ARN here`,
      };
    } else if (arn.split(":")[4] !== account || arn.split(":")[3] !== region) {
      yield foreignArn(path, arn, `account ${account}, region ${region}`);
    }
  }
  for (const stack of Object.keys(state.keyArns).filter((key) => !expected.has(key))) {
    yield {
      code: "estate.unknown-place",
      path: ["state", "keyArns", stack],
      value: stack,
      rule: "be a stack of the estate",
      fix: `they are ${[...expected.keys()].join(", ")}`,
    };
  }
}
