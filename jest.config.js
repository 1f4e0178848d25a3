/** @type {import("jest").Config} */
const shared = {
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  setupFiles: ["<rootDir>/test/support/without-token-traces.ts"],
};

// The deployment test takes minutes and is a command of its own: npm run test:local.
module.exports = process.env.CLOVER_DEPLOYMENT_TEST
  ? { ...shared, roots: ["<rootDir>/test/deployment"] }
  : { ...shared, roots: ["<rootDir>/test"], testPathIgnorePatterns: ["<rootDir>/test/deployment/"] };
