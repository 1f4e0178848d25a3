# The provider that plans and deployments are made with, by the digest of its package on the platform that CI runs on.
# Again after a new release: terraform providers lock -platform=linux_amd64

provider "registry.terraform.io/hashicorp/aws" {
  version     = "5.100.0"
  constraints = "5.100.0"
  hashes = [
    "h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=",
  ]
}
