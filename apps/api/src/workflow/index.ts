export { Case, CaseEvent, CaseNumberSerial, CaseUnit } from './case.entity.js';
export { CaseQueries, caseScopeOf } from './case.queries.js';
export { drawSummary, FROM_CASES, SUMMARY_COLUMNS } from './case.row.js';
export type { CaseRow, CaseSummaryRow } from './case.row.js';
export { receiverPlaceOf } from './deliver-case.js';
export { OpenCase, type Asked } from './open-case.js';
export { PerformVerb } from './perform-verb.js';
export { Suspension, Task, Upload } from './task.entity.js';
export { summaryOf } from './verb-summary.js';
export {
  CaseDto,
  CaseFilterDto,
  CaseSummaryDto,
  UnitRefDto,
  ReasonDto,
  RefuseDto,
  VerbDto,
} from './workflow.dto.js';
export { WorkflowModule } from './workflow.module.js';
