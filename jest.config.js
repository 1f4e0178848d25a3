/** Published as ES modules alone, which Jest does not load as they are. */
const ES_MODULES = "hyparquet";

/** @type {import("jest").Config} */
const shared = {
  testEnvironment: "node",
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
    [`/node_modules/${ES_MODULES}[^/]*/.+\\.js$`]: ["@swc/jest", { module: { type: "commonjs" } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!${ES_MODULES})`],
  setupFiles: ["<rootDir>/test/support/without-token-traces.ts"],
};

// Two kinds of tests need more than Node and are commands of their own: the deployment test takes minutes
// (npm run test:local), and the page is looked at in Chromium (npm run test:page).
const DEPLOYMENT = "<rootDir>/test/deployment";
const PAGE = "<rootDir>/test/cli/page";
const roots = process.env.CLOVER_DEPLOYMENT_TEST ? [DEPLOYMENT] : process.env.CLOVER_PAGE_TEST ? [PAGE] : undefined;

module.exports = roots
  ? { ...shared, roots }
  : { ...shared, roots: ["<rootDir>/test"], testPathIgnorePatterns: [`${DEPLOYMENT}/`, `${PAGE}/`] };
