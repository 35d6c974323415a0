import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/index.js';
import { AnswerFiling } from './answer-filing.js';
import { FilingQueries } from './filing.queries.js';
import { FilingsController } from './filings.controller.js';
import { MakeFilings } from './make-filings.js';

@Module({
  imports: [DeadlinesModule],
  controllers: [FilingsController],
  providers: [AnswerFiling, FilingQueries, MakeFilings],
  exports: [MakeFilings],
})
export class FilingsModule {}
