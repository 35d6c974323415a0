export class HealthDto {
  status: string;
}

export class ReadinessDto {
  /** `ready`, or `not-ready` with 503. A stopped queue only makes it `degraded`: the sweep does its work. */
  status: string;
  /** This process is leaving: it still answers, but should not be asked any more. */
  draining: boolean;
  /** Not looked at any more while `draining`. */
  database?: boolean;
  queue?: boolean;
}
