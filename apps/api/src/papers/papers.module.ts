import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake/index.js';
import { WorkflowModule } from '../workflow/index.js';
import { IssuePaper } from './issue-paper.js';
import { PaperCases } from './paper-cases.js';
import { PaperPress } from './paper-press.js';
import { PaperQueries } from './paper.queries.js';
import { PapersController } from './papers.controller.js';
import { PrintPapers } from './print-papers.js';
import { VerificationController } from './verification.controller.js';
import { WithdrawPaper } from './withdraw-paper.js';

@Module({
  imports: [IntakeModule, WorkflowModule],
  controllers: [PapersController, VerificationController],
  providers: [IssuePaper, PaperCases, PaperPress, PaperQueries, PrintPapers, WithdrawPaper],
})
export class PapersModule {}
