import { fillTemplate, placeholdersOf } from "../../../policies/catalogue/template";

const filled = (template: string, values: Readonly<Record<string, string>> = {}) =>
  fillTemplate(template, (name) => values[name]);

describe("a template", () => {
  it("is filled with what each placeholder stands for", () => {
    expect(filled("arn:{partition}:s3:::{bucket}", { partition: "aws", bucket: "data" })).toBe("arn:aws:s3:::data");
  });

  it("is not filled at all when a value is absent", () => expect(filled("{name}/{id}", { name: "a" })).toBeUndefined());

  it("takes the default of an absent value", () => {
    expect(filled("role{path=/}{name}", { name: "a" })).toBe("role/a");
    expect(filled("role{path=/}{name}", { name: "a", path: "/people/" })).toBe("role/people/a");
  });

  it("leaves out what is absent or `default`, with what follows it", () => {
    expect(filled("rule/{bus?/}{name}", { name: "a" })).toBe("rule/a");
    expect(filled("rule/{bus?/}{name}", { name: "a", bus: "default" })).toBe("rule/a");
    expect(filled("rule/{bus?/}{name}", { name: "a", bus: "alerts" })).toBe("rule/alerts/a");
  });

  it("leads with exactly one slash where it is asked to", () => {
    expect(filled("parameter{/name}", { name: "a/b" })).toBe("parameter/a/b");
    expect(filled("parameter{/name}", { name: "/a/b" })).toBe("parameter/a/b");
  });

  it("keeps a value as it is, whatever characters it has", () => {
    expect(filled("{name}", { name: "$& {other}" })).toBe("$& {other}");
  });

  it("tells what it needs", () => {
    expect(placeholdersOf("{/name}:{path=/}:{bus?/}:{a.b}:{assigned}")).toEqual([
      "name",
      "path",
      "bus",
      "a.b",
      "assigned",
    ]);
  });
});
