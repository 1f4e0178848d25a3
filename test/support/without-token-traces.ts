import "../../stacks/without-token-traces";
