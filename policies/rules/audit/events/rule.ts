import type { Data } from "../../../model/data";
import type { Resource } from "../../../model/resource";
import { once } from "../../../once";
import { all, fail, pass, undecided, type Verdict } from "../../../verdict";
import { API_CALL, type AlertKind } from "./alert-kinds";
import type { EventKind } from "./event";
import { closeness, matchesEvery, readPattern } from "./pattern";

/** The one state in which a rule hears of calls that only read. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html */
const READS_TOO = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** A rule of an event bus, with what policies ask of it. */
export class EventRule {
  /** The same for a resource as often as it is asked: its pattern is read once. */
  static readonly of = once((resource: Resource) => new EventRule(resource));

  private readonly pattern: Data;

  private constructor(readonly resource: Resource) {
    this.pattern = readPattern(resource.value("event_pattern"));
  }

  /** How much it is about such events; 0 when it is not, and its faults are not theirs. */
  readonly concerns = once((event: EventKind): number => {
    const answer = matchesEvery(this.pattern, event, "yes");
    if (answer === "no") return 0;
    return answer === "unknown" ? 1 : closeness(this.pattern, event, API_CALL) + (this.matches(event) ? 1 : 0);
  });

  /** Passes when the rule hears of every such event. */
  hears({ title, readsToo }: AlertKind, event: EventKind): Verdict {
    const { at, legible } = this.resource.value("event_pattern");
    const expected = `a pattern that matches every event of ${title}`;
    const found = matchesEvery(this.pattern, event);
    if (found === "unknown") return undecided(at, legible, expected);
    if (found === "no") return fail(at, legible, expected);
    return all(pass(at), this.isOn(readsToo));
  }

  /** Passes when the rule hears of no such event. */
  isDeafTo(title: string, event: EventKind): Verdict {
    const { at, legible } = this.resource.value("event_pattern");
    const expected = `a pattern that ${title} does not match`;
    const found = matchesEvery(this.pattern, event, "yes");
    if (found === "unknown") return undecided(at, legible, expected);
    return found === "no" ? pass(at) : fail(at, legible, expected);
  }

  private matches(event: EventKind): boolean {
    return matchesEvery(this.pattern, event) === "yes";
  }

  private isOn(readsToo: boolean): Verdict {
    const state = this.resource.value("state");
    const outdated = this.resource.value("is_enabled").mustNotBe(false);
    if (readsToo) return all(state.mustBe(READS_TOO), outdated);
    return all(state.isAbsent ? pass(state.at) : state.mustBe("ENABLED", READS_TOO), outdated);
  }
}
