/**
 * Writes the documents that are generated: what is enforced and how it is proved.
 *
 *     npm run docs
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../config/root";
import { generatedDocuments } from "./docs/generated-documents";

for (const [file, content] of Object.entries(generatedDocuments())) writeFileSync(join(ROOT, "docs", file), content);
