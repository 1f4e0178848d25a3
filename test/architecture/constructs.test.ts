import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
/** Aim for 150; what is longer than this is two constructs. */
const LONGEST_CONSTRUCT = 200;

interface ConstructFile {
  readonly file: string;
  readonly name: string;
  readonly docstring: string;
  readonly throws: readonly string[];
  readonly lines: number;
}

/** Every exported class under constructs/ that extends Construct, with its docstring. */
function constructFiles(): readonly ConstructFile[] {
  const files = readdirSync(join(ROOT, "constructs"), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).flatMap((file) => classesOf(join("constructs", file)));
}

function classesOf(file: string): readonly ConstructFile[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
    const parent = declaration.heritageClauses?.[0]?.types[0]?.getText();
    if (parent !== "Construct") return [];
    const [documentation] = ts.getJSDocCommentsAndTags(declaration);
    return {
      file,
      name: declaration.name!.text,
      docstring: documentation?.getText() ?? "",
      throws: [...text.matchAll(/new GuaranteeError\(\s*"([\w.-]+)"/g)].map((match) => match[1]!),
      lines: text.split("\n").length,
    };
  });
}

const kebab = (name: string) => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, "-").toLowerCase();

describe("constructs", () => {
  const constructs = constructFiles();

  it("are all found", () => expect(constructs.length).toBeGreaterThan(25));

  it.each(constructs)("$name is in the file of its name", ({ file, name }) => {
    expect(basename(file)).toBe(`${kebab(name)}.ts`);
  });

  it.each(constructs)("$name states its guarantee, what it emits and its controls", ({ docstring }) => {
    expect(docstring).toMatch(/Guarantee: /);
    expect(docstring).toMatch(/Emits /);
    expect(docstring).toMatch(/Controls: [A-H]\d+/);
  });

  it.each(constructs)("$name documents each code it throws", ({ docstring, throws }) => {
    for (const code of throws) expect(docstring).toContain(`@throws ${code}`);
  });

  it.each(constructs)("$name fits on a few screens", ({ lines }) => {
    expect(lines).toBeLessThanOrEqual(LONGEST_CONSTRUCT);
  });
});
