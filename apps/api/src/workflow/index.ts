export { Case, CaseEvent, CaseNumberSerial, CaseUnit } from './case.entity.js';
export { CaseQueries } from './case.queries.js';
export type { CaseRow } from './case.row.js';
export { OpenCase, type Asked } from './open-case.js';
export { PerformVerb } from './perform-verb.js';
export { Suspension, Task, Upload } from './task.entity.js';
export { summaryOf } from './verb-summary.js';
export { CaseDto, ReasonDto, RefuseDto, VerbDto } from './workflow.dto.js';
export { WorkflowModule } from './workflow.module.js';
