import { Module } from '@nestjs/common';
import { AnchorAudit } from './anchor-audit.js';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { ExportEntries } from './export-entries.js';
import { VerifyChains } from './verify-chains.js';

@Module({
  controllers: [AuditController],
  providers: [AnchorAudit, AuditQueries, ExportEntries, VerifyChains],
})
export class AuditModule {}
