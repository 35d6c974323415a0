export { AnchorBrokenError } from './anchor-line.js';
export { AnchorFile } from './anchors.js';
export { readHeads, type ChainHead, type ReadRows } from './audit-reader.js';
export { exportAudit, type ExportOptions } from './export-audit.js';
export { verifyAudit, type AuditFault, type AuditReport } from './verify-audit.js';
