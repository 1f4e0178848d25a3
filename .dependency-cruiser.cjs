/** Imports point one way: main → stacks → constructs, all may read config; policies read plain JSON and config. */
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(main|stacks|constructs|policies|review|cli|config|test|bench)", pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: "no circles, type-only imports included", severity: "error", from: {}, to: { circular: true } },
    only("config reads nothing of ours", "^config/", "^config/"),
    only("constructs read config", "^constructs/", "^(constructs|config)/"),
    only("stacks wire constructs", "^stacks/", "^(stacks|constructs|config)/"),
    only("policies trust neither constructs nor stacks", "^policies/", "^(policies|config)/"),
    only("a review compares what policies judge", "^review/", "^(review|policies|config)/"),
    only("main composes", "^main\\.ts$", "^(stacks|config|policies)/"),
    only("cli sits on top and builds nothing", "^cli/", "^(cli|config|policies|review)/"),
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
