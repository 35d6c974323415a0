import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import { PositionParam, UuidParam } from '../path-params.js';
import { AnswerFiling } from './answer-filing.js';
import {
  AcknowledgeFilingDto,
  AnswerFilingDto,
  AskFilingDto,
  FilingDto,
  FilingPageDto,
  FilingQueryDto,
  FilingRowPageDto,
} from './filing.dto.js';
import { FilingQueries } from './filing.queries.js';

/** The weekly filing of what centres decided in the name of sections (R51). */
@ApiTags('filings')
@ApiBearerAuth()
@Controller('api/v1/filings')
export class FilingsController {
  constructor(
    private readonly filings: FilingQueries,
    private readonly answerFiling: AnswerFiling,
  ) {}

  @Get()
  @Does('filing.list')
  @ApiOperation({ operationId: 'listFilings', summary: '每周备案清单，新的在前，R51' })
  page(@Query() query: FilingQueryDto, @CurrentActor() actor: Actor): Promise<FilingPageDto> {
    return this.filings.page(query, actor);
  }

  @Get(':id')
  @Does('filing.list')
  @ApiOperation({ operationId: 'getFiling', summary: '一份备案清单，R51' })
  one(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<FilingDto> {
    return this.filings.one(id, actor);
  }

  @Get(':id/rows')
  @Does('filing.list')
  @ApiOperation({ operationId: 'listFilingRows', summary: '备案清单中的办件、结果和疑问，R51' })
  rows(
    @Param('id', UuidParam) id: string,
    @Query() query: PageQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<FilingRowPageDto> {
    return this.filings.rows(id, query, actor);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('filing.acknowledge')
  @ApiOperation({ operationId: 'acknowledgeFiling', summary: '科室确认备案，R51' })
  acknowledge(
    @Param('id', UuidParam) id: string,
    @Body() { version }: AcknowledgeFilingDto,
    @CurrentActor() actor: Actor,
  ): Promise<FilingDto> {
    return this.answerFiling.run({ id, version, verb: 'acknowledge' }, actor);
  }

  @Post(':id/rows/:position/ask')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('filing.ask')
  @ApiOperation({ operationId: 'askFiling', summary: '科室对清单中的一件提出疑问，R51' })
  ask(
    @Param('id', UuidParam) id: string,
    @Param('position', PositionParam) place: number,
    @Body() { version, question }: AskFilingDto,
    @CurrentActor() actor: Actor,
  ): Promise<FilingDto> {
    return this.answerFiling.run({ id, version, verb: 'ask', place, text: question }, actor);
  }

  @Post(':id/rows/:position/answer')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('filing.answer')
  @ApiOperation({ operationId: 'answerFiling', summary: '中心答复科室的疑问，R51' })
  answer(
    @Param('id', UuidParam) id: string,
    @Param('position', PositionParam) place: number,
    @Body() { version, answer }: AnswerFilingDto,
    @CurrentActor() actor: Actor,
  ): Promise<FilingDto> {
    return this.answerFiling.run({ id, version, verb: 'answer', place, text: answer }, actor);
  }
}
