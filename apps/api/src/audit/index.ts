export { AnchorAudit } from './anchor-audit.js';
export { AuditModule } from './audit.module.js';
export { ExportEntries } from './export-entries.js';
export { VerifyChains } from './verify-chains.js';
