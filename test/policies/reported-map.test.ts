import { rmSync } from "node:fs";
import type { Context } from "../../policies/context";
import { Model } from "../../policies/model/model";
import { synthSource } from "../../policies/model/synth-source";
import { reportedMap } from "../../policies/reported-map";
import { declaredEstate, readStacks, TODAY, writeEstate } from "../support/estates";
import { Output } from "./mutations/mutation";

const estate = declaredEstate("local");
const outdir = writeEstate(estate);
const texts = [...readStacks(outdir)];
afterAll(() => rmSync(outdir, { recursive: true }));

function mapOf(change: (output: Output) => void = () => undefined) {
  const output = Output.of(texts);
  change(output);
  const sources = Object.entries(output.stacks).map(([stack, json]) => synthSource(stack, stack, json, []));
  const context: Context = { model: new Model(sources), estate, today: TODAY, whole: true };
  return reportedMap(context);
}

describe("the map that a report carries", () => {
  const { places, channels } = mapOf();

  it("has every place of the estate, with the country that its data is in and the one it stands in for", () => {
    const ids = ["organization", "dublin", "ireland-2", "norway", "monitor", "enclave", "parent-company"];
    expect(places.map(({ id }) => id)).toEqual([...ids, "people who work in IE", "people who work in NO"]);
    expect(places[3]).toMatchObject({ country: "SE", standsInFor: "NO", isProtected: true, cidr: "10.18.0.0/16" });
    expect(places[4]).toMatchObject({ jurisdiction: "GB", isProtected: false, status: "audit only, staff in GB" });
    expect(places[8]).toMatchObject({ kind: "people", country: "NO", jurisdiction: "EEA", isProtected: true });
  });

  it("has what the estate declares, as covered, between places and not between resources", () => {
    expect(channels.filter(({ verdict }) => verdict !== "covered")).toEqual([]);
    expect(channels).toContainEqual({
      from: "enclave",
      to: "dublin",
      mechanism: "S3 replication",
      moves: "bytes",
      dataClass: "restricted",
      verdict: "covered",
      count: 1,
    });
    const known = new Set(places.map(({ id }) => id));
    expect(channels.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
  });

  it("tells who may only put something in as where it comes from", () => {
    expect(channels.filter(({ from, to }) => from === "dublin" && to === "enclave")).toEqual([]);
    expect(channels.filter(({ from, to }) => from === "monitor" && to !== "monitor")).toEqual([]);
  });

  it("tells an account that nobody declares by its number, and a declared one in another region apart", () => {
    const changed = mapOf((output) => {
      for (const [name, arn] of [
        ["stranger", "arn:aws:events:eu-west-1:600000000006:event-bus/theirs"],
        ["elsewhere", "arn:aws:events:us-east-1:200000000002:event-bus/ours"],
      ]) {
        output.add("dublin", "aws_cloudwatch_event_target", name!, { rule: "any", arn });
      }
    });
    const ends = changed.channels.filter(({ verdict }) => verdict !== "covered").map(({ to }) => to);
    expect(ends).toContain("dublin (200000000002, us-east-1, US)");
    expect(ends.some((end) => end.includes("600000000006"))).toBe(true);
    const stray = changed.places.find(({ id }) => id === "dublin (200000000002, us-east-1, US)");
    expect(stray).toMatchObject({ kind: "other", jurisdiction: "US", isProtected: false });
  });

  it("has a declared flow that nothing uses", () => {
    const changed = mapOf((output) => {
      const resources = output.stacks["dublin"]!["resource"];
      for (const type of Object.keys(resources))
        if (type.startsWith("aws_vpc_endpoint_service")) delete resources[type];
    });
    const unused = changed.channels.filter(({ verdict }) => verdict === "unused");
    expect(unused).toEqual([
      expect.objectContaining({
        from: "dublin",
        to: "parent-company",
        mechanism: "privatelink",
        dataClass: "aggregated",
      }),
    ]);
  });
});
