export { Case, CaseEvent, CaseNumberSerial, CaseUnit } from './case.entity.js';
export { CaseQueries } from './case.queries.js';
export { correctionOf, type CaseRow } from './case.row.js';
export { OpenCase } from './open-case.js';
export { PerformVerb } from './perform-verb.js';
export { CaseExtension, CaseRecusal, Suspension, Task, TaskHelp, Upload } from './task.entity.js';
export { summaryOf } from './verb-summary.js';
export { CaseDto, ReasonDto, RefuseDto, VerbDto } from './workflow.dto.js';
export { WorkflowModule } from './workflow.module.js';
