/** Imports point one way: main → stacks → constructs, all may read config; policies read plain JSON and config, audit what was delivered. */
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(main|stacks|constructs|functions|policies|review|audit|cli|config|test|bench)", pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: "no circles, type-only imports included", severity: "error", from: {}, to: { circular: true } },
    only("config reads nothing of ours", "^config/", "^config/"),
    only("functions run alone", "^functions/", "^(functions|audit|config)/"),
    only("constructs read config", "^constructs/", "^((constructs|config)/|functions/function-bundle)"),
    only("stacks wire constructs", "^stacks/", "^((stacks|constructs|config)/|functions/function-bundle)"),
    only("policies trust neither constructs nor stacks", "^policies/", "^(policies|config)/"),
    only("a review compares what policies judge", "^review/", "^(review|policies|config)/"),
    only("audit judges what was delivered and builds nothing", "^audit/", "^(audit|config)/"),
    only("main composes", "^main\\.ts$", "^(stacks|functions|config|policies)/"),
    only("cli sits on top and builds nothing", "^cli/", "^(cli|config|policies|review|audit)/"),
    {
      // The pipeline installs no development dependency beside a token.
      name: "what is run needs no development dependency",
      severity: "error",
      from: { path: "^(main\\.ts|config/|constructs/|functions/|stacks/|policies/|review/|audit/|cli/)" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no import of a module that is not there",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "deep imports of the provider only",
      severity: "error",
      from: {},
      to: { path: "node_modules/@cdktf/provider-aws/lib/index" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default", "types"] },
  },
};
