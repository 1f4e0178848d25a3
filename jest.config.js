/** Published as ES modules alone, which Jest does not load as they are. */
const ES_MODULES = "hyparquet";

/** @type {import("jest").Config} */
const shared = {
  testEnvironment: "node",
  // No test asserts its speed: on a busy machine whatever ends is fast enough.
  testTimeout: 60_000,
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
    [`/node_modules/${ES_MODULES}[^/]*/.+\\.js$`]: ["@swc/jest", { module: { type: "commonjs" } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!${ES_MODULES})`],
  setupFiles: ["<rootDir>/test/support/without-token-traces.ts"],
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
};

// Three kinds of tests are commands of their own: the deployment test takes minutes (npm run test:local), so do
// real plans of prepared changes, and their way to being applied (npm run test:plans), and pages are looked at in Chromium (npm run test:page).
const APART = {
  CLOVER_DEPLOYMENT_TEST: "<rootDir>/test/deployment",
  CLOVER_PLANS_TEST: "<rootDir>/test/plans",
  CLOVER_PAGE_TEST: "<rootDir>/test/cli/page",
};
const asked = Object.keys(APART).find((name) => process.env[name]);

module.exports = asked
  ? { ...shared, roots: [APART[asked]] }
  : {
      ...shared,
      roots: ["<rootDir>/test"],
      testPathIgnorePatterns: Object.values(APART).map((folder) => `${folder}/`),
    };
