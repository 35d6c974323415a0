import type { FieldProblem } from './problem.js';

/** A refusal that the machinery itself makes; the domain has its own error. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${detail ?? title}`);
  }
}
