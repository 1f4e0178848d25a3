import type { Construct } from "constructs";
import type { Estate } from "../config/estate";
import { stateStack, type StateLocation } from "../config/names";
import { LockedStack } from "../constructs/region/locked-stack";
import { StateBucket } from "../constructs/storage/state-bucket";

export interface StateStackProps {
  readonly estate: Estate;
  /** The stack whose state the bucket keeps. */
  readonly stateOf: string;
  readonly location: StateLocation;
}

/** The bucket in which one stack keeps its Terraform state; deployed once, before that stack. */
export class StateStack extends LockedStack {
  constructor(scope: Construct, props: StateStackProps) {
    const { estate, stateOf, location } = props;
    super(scope, { estate, place: { ...location.place, stack: stateStack(stateOf) } });
    const operated = location.place.account !== estate.monitor.account;
    new StateBucket(this, "state", {
      organizationId: operated ? estate.organization.id : estate.monitor.organizationId,
      administratorArns: [this.lock.deployRoleArn],
      declaredKeyArn: location.keyArn,
      roleArns: [location.roleArn, location.planRoleArn],
    });
  }
}
