// Reads workflows as GitHub does, with its own parser, which is an ECMAScript module and so runs beside Jest.
// Prints the problems of each file named.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

const [root, ...files] = process.argv.slice(2);
const file = (path) => ({ name: path, content: readFileSync(join(root, path), "utf8") });
const called = { getFileContent: async ({ path }) => file(path) };

const problemsOf = async (path) => {
  const { context, value } = parseWorkflow(file(path), new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value, called, { errorPolicy: 1, fetchReusableWorkflowDepth: 1 });
  return context.errors.getErrors().map(({ message }) => message);
};
Promise.all(files.map(async (path) => [path, await problemsOf(path)])).then((problems) =>
  console.log(JSON.stringify(Object.fromEntries(problems))),
);
