import {
  auditorArns,
  auditSinks,
  auditSources,
  bucketName,
  deployRoleArn,
  drainPath,
  planRoles,
  resourceName,
  stateLocation,
} from "../../config/names";
import { enclavePlace, monitorPlace, operatorPlaces, sitePlaces } from "../../config/places";
import { declaredEstate } from "../support/estates";

const production = declaredEstate("production");

describe("names", () => {
  it("of buckets and roles fit into what AWS takes at the longest prefix and ids", () => {
    const [prefix, id, account] = ["p".repeat(12), "i".repeat(20), "1".repeat(12)];
    expect(bucketName(prefix, `state-${id}`, "terraform", account).length).toBeLessThanOrEqual(63);
    expect(bucketName(prefix, id, "user-data", account).length).toBeLessThanOrEqual(63);
    expect(resourceName(prefix, id, `access-${id}`).length).toBeLessThanOrEqual(64);
  });

  it("of deploy roles are each account's own", () => {
    expect(operatorPlaces(production).map((place) => deployRoleArn(production, place))).toEqual(
      operatorPlaces(production).map(({ account }) => `arn:aws:iam::${account}:role/clover-deploy`),
    );
    expect(deployRoleArn(production, monitorPlace(production))).toBe("arn:aws:iam::999999999999:role/monitor-deploy");
  });

  it("of auditors are each account's own, and in the monitor's those whom it declares", () => {
    expect(operatorPlaces(production).map((place) => auditorArns(production, place))).toEqual(
      operatorPlaces(production).map(({ account, stack }) => [`arn:aws:iam::${account}:role/clover-${stack}-auditor`]),
    );
    expect(auditorArns(production, monitorPlace(production))).toEqual(["arn:aws:iam::999999999999:role/auditor"]);
    expect(() => auditorArns(production, { ...monitorPlace(production), account: "666666666666" })).toThrow(
      "the estate has no account 666666666666",
    );
  });

  it("of sinks are the monitor's, in its account and region", () => {
    expect(auditSinks(production, "dublin")).toMatchObject({
      archiveBucket: "clover-monitor-dublin-archive-999999999999",
      intakeBucket: "clover-monitor-dublin-intake-999999999999",
      alertBusArn: "arn:aws:events:eu-west-2:999999999999:event-bus/clover-monitor-alerts",
    });
  });

  it("of sources are every account's, the monitor's own among them", () => {
    expect(auditSources(production).map(({ stack }) => stack)).toEqual([
      "monitor",
      "organization",
      "dublin",
      "ireland-2",
      "norway",
      "enclave",
    ]);
  });

  it("of the drain lead from the enclave to its target", () => {
    expect(drainPath(production)).toMatchObject({
      sourceBucketArn: "arn:aws:s3:::clover-enclave-user-data-555555555555",
      targetBucketArn: "arn:aws:s3:::clover-dublin-user-data-222222222222",
      targetKeyAliasArn: "arn:aws:kms:eu-west-1:222222222222:alias/clover-dublin-user-data",
    });
  });

  it("of roles that plan are each stack's own, and the enclave's state has one beside it", () => {
    const [, dublin, , , enclave] = operatorPlaces(production);
    expect(planRoles(production, dublin!)).toEqual({
      roleArn: "arn:aws:iam::222222222222:role/clover-plan",
      stateRoleArn: "arn:aws:iam::222222222222:role/clover-plan",
    });
    expect(planRoles(production, enclave!)).toEqual({
      roleArn: "arn:aws:iam::555555555555:role/clover-plan",
      stateRoleArn: "arn:aws:iam::111111111111:role/clover-enclave-plan",
    });
    const local = declaredEstate("local");
    expect(planRoles(local, monitorPlace(local))).not.toHaveProperty("stateRoleArn");
  });

  it("of state put the enclave's into the organization's account, in Europe", () => {
    expect(stateLocation(production, "enclave")).toMatchObject({
      bucket: "clover-state-enclave-terraform-111111111111",
      place: { account: "111111111111", region: "eu-west-1", country: "IE" },
      roleArn: "arn:aws:iam::111111111111:role/clover-enclave-state",
      planRoleArn: "arn:aws:iam::111111111111:role/clover-enclave-plan",
    });
    expect(stateLocation(declaredEstate("local"), "enclave")).toBeUndefined();
  });
});

describe("places", () => {
  it("have the country of their region, and not the one that they stand in for", () => {
    expect(sitePlaces(production).map(({ stack, country }) => [stack, country])).toEqual([
      ["dublin", "IE"],
      ["ireland-2", "IE"],
      ["norway", "SE"],
    ]);
    expect(enclavePlace(production).country).toBe("US");
    expect(monitorPlace(production).country).toBe("GB");
  });
});
