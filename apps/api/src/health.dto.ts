export class HealthDto {
  status: string;
}

export class ReadinessDto {
  /** `ready`, or `not-ready` with 503. A stopped queue only makes it `degraded`: the sweep does its work. */
  status: string;
  database: boolean;
  queue: boolean;
}
