import { Module } from '@nestjs/common';
import { WorkflowModule } from '../workflow/index.js';
import { AnswerHandover } from './answer-handover.js';
import { CustodyController } from './custody.controller.js';
import { CustodyQueries } from './custody.queries.js';
import { EndCustody } from './end-custody.js';
import { HandOverOriginals } from './hand-over-originals.js';
import { TakeOriginals } from './take-originals.js';

@Module({
  imports: [WorkflowModule],
  controllers: [CustodyController],
  providers: [AnswerHandover, CustodyQueries, EndCustody, HandOverOriginals, TakeOriginals],
})
export class CustodyModule {}
