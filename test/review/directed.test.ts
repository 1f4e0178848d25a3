import { CONTROLS } from "../../policies/control-catalogue";
import { resourceType } from "../../policies/catalogue/resource-type";
import { DIRECTED } from "../../review/resources/directed";
import { ESTATE_RULES } from "../../review/estate/rules";
import { fieldsOf } from "../../review/estate/fields";
import { declaredEstate, ESTATES } from "../support/estates";

const controls = new Set(CONTROLS.map(({ id }) => id));

describe("the table of settings", () => {
  it.each(DIRECTED.map((row) => ({ ...row, title: `${row.types.join(", ") || "every type"}: ${row.path}` })))(
    "$title names known types and controls",
    ({ types, controls: named }) => {
      expect(types.filter((type) => resourceType(type) === undefined)).toEqual([]);
      expect(named.filter((id) => !controls.has(id))).toEqual([]);
      expect(named.length).toBeGreaterThan(0);
    },
  );

  it("has each setting once", () => {
    const keys = DIRECTED.flatMap(({ types, path }) =>
      (types.length > 0 ? types : ["*"]).map((type) => `${type} ${path}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the table of what an estate declares", () => {
  const fields = ESTATES.flatMap((name) => [...fieldsOf(declaredEstate(name)).keys()]);
  const isOf = (pattern: string) => (path: string) =>
    new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^.]+")}$`).test(path);

  it.each(ESTATE_RULES.map((rule) => ({ ...rule })))(
    "$path is a field of an estate, under known controls",
    ({ path, controls: named }) => {
      expect(fields.some(isOf(path))).toBe(true);
      expect(named.filter((id) => !controls.has(id))).toEqual([]);
    },
  );

  it("has every field of which it was not decided that it protects nothing", () => {
    const free = /\.(id|title|cidr|zones|prefix)$|securityContact|^(sites\.[^.]+|enclave)\.(country|name)$/;
    const unruled = fields.filter((path) => !free.test(path) && !ESTATE_RULES.some((rule) => isOf(rule.path)(path)));
    expect([...new Set(unruled)]).toEqual([]);
  });
});
