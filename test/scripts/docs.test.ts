import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedDocuments } from "../../scripts/docs/generated-documents";

describe("the generated documents", () => {
  it.each(Object.entries(generatedDocuments()))(
    "%s says what the code says; else run npm run docs",
    (file, content) => {
      expect(readFileSync(join(__dirname, "../../docs", file), "utf8")).toBe(content);
    },
  );
});
