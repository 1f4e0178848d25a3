import { evaluate } from "../../../../policies/evaluate";
import { gatewayConsumers } from "../../../../policies/rules/isolation/gateway-consumers";
import { sampleContext } from "../../../support/sample-context";
import { declaredEstate, TODAY } from "../../../support/estates";

const gateway = { aws_vpc_endpoint_service: { gateway: { acceptance_required: true } } };

function outcomesOn(today: string) {
  const [{ findings }] = evaluate([gatewayConsumers], sampleContext(gateway, declaredEstate("local"), today)) as [
    ReturnType<typeof evaluate>[number],
  ];
  return findings.map(({ outcome, address, actual }) => [outcome, address, actual]);
}

describe("a gateway", () => {
  it("may be there until the last day of its flow", () => {
    expect(outcomesOn(TODAY)).toEqual([]);
    expect(outcomesOn("2027-11-30")).toEqual([]);
  });

  it("fails when its flow has expired: no flow, no door", () => {
    expect(outcomesOn("2027-12-01")).toEqual([["fail", "aws_vpc_endpoint_service.gateway", "a service"]]);
  });
});
