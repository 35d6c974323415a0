export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** RFC 9457 problem details, with our stable code, the fields and the trace id. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  instance: string;
  errors?: readonly FieldProblem[];
  traceId: string;
}
