import tseslint from "typescript-eslint";

const OWN_FOLDER = {
  selector: "Identifier[name=/^__(dir|file)name$/]",
  message: "Ask ROOT of config/root.ts: a program is bundled, and all its files have one folder then.",
};

export default tseslint.config(
  { ignores: ["node_modules/", "cdktf.out/", ".clover/", "emulator/", "coverage/", "*.config.*", "jest*.config.js"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      // cdktf's internals are CommonJS: `import x = require()` gives the module itself and not a copy.
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "@cdktf/provider-aws", message: "Import one resource: the root import costs 1.7 s and 575 MB." },
          ],
        },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", caughtErrors: "all", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["**/*.ts"],
    ignores: ["test/**", "config/root.ts"],
    rules: { "no-restricted-syntax": ["error", OWN_FOLDER] },
  },
  {
    files: ["cli/**/*.ts"],
    ignores: ["cli/say.ts", "cli/write-report.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        OWN_FOLDER,
        {
          selector: "CallExpression[callee.object.property.name=/^std(out|err)$/][callee.property.name='write']",
          message: "Use say and note of cli/say.ts: what was read could write to the terminal in its own name.",
        },
      ],
    },
  },
  {
    files: ["constructs/**", "stacks/**", "policies/**", "review/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "process", message: "What is built depends on the estate alone: no environment." },
        { name: "Date", message: "Today is an input." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The output is deterministic." },
      ],
      "no-restricted-syntax": [
        "error",
        OWN_FOLDER,
        {
          selector: "Literal[value=/arn:aws[:-]/], TemplateElement[value.raw=/arn:aws[:-]/]",
          message: "The partition comes from the place: config/place.ts.",
        },
      ],
    },
  },
  // Examples are configurations as people write them.
  { files: ["policies/**/*.examples.ts", "policies/**/example-*.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["test/**"], rules: { "@typescript-eslint/no-explicit-any": "off" } },
);
