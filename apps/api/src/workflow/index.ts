export { Case, CaseEvent, CaseNumberSerial, CaseUnit } from './case.entity.js';
export { CaseQueries, caseScopeOf } from './case.queries.js';
export { drawSummary, FROM_CASES, SUMMARY_COLUMNS } from './case.row.js';
export { correctionOf, type CaseRow, type CaseSummaryRow } from './case.row.js';
export { receiverPlaceOf } from './deliver-case.js';
export { OpenCase, type Asked } from './open-case.js';
export { PerformVerb } from './perform-verb.js';
export { CaseExtension, CaseRecusal, Suspension, Task, TaskHelp, Upload } from './task.entity.js';
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
