import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Does } from '../identity/index.js';
import { inOwnFrame } from '../own-frame.js';
import { UuidParam } from '../path-params.js';
import { CurrentReader, type Reader } from '../publication/index.js';
import { IssuePaper } from './issue-paper.js';
import {
  CasePapersDto,
  IssuePaperDto,
  PaperDto,
  PrintPapersDto,
  WithdrawPaperDto,
} from './paper.dto.js';
import { PaperQueries } from './paper.queries.js';
import { PrintPapers } from './print-papers.js';
import { WithdrawPaper } from './withdraw-paper.js';

/** Papers that the counter hands over: issued once, printed as often as needed, withdrawn with a reason. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller('api/v1')
export class PapersController {
  constructor(
    private readonly papers: PaperQueries,
    private readonly issuePaper: IssuePaper,
    private readonly printPapers: PrintPapers,
    private readonly withdrawPaper: WithdrawPaper,
  ) {}

  @Get('cases/:id/papers')
  @Does('paper.list')
  @ApiOperation({
    operationId: 'listPapers',
    summary: '办件文书：已出具的和现在可以出具的，R13、R41、R73',
  })
  list(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<CasePapersDto> {
    return this.papers.ofCase(id, actor);
  }

  @Post('cases/:id/papers')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('paper.issue')
  @ApiOperation({
    operationId: 'issuePaper',
    summary: '出具文书：按单位、年度、种类连续编号，原样留存，R13、R41、R57、R73、R85',
  })
  issue(
    @Param('id', UuidParam) id: string,
    @Body() body: IssuePaperDto,
    @CurrentActor() actor: Actor,
    @CurrentReader() { origin }: Reader,
  ): Promise<PaperDto> {
    return this.issuePaper.run(id, body, actor, origin);
  }

  @Get('papers/:id/file')
  @Does('paper.read')
  @ApiProduces('application/pdf')
  @ApiOperation({ operationId: 'readPaper', summary: '查看文书（PDF），每次查看都记入审计，P4' })
  file(
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    inOwnFrame(reply);
    return this.printPapers.file(id);
  }

  @Post('papers/:id/print')
  @HttpCode(200)
  @Does('paper.print')
  @ApiOperation({ operationId: 'printPaper', summary: '登记打印一次：文号和内容不变' })
  print(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<PaperDto> {
    return this.printPapers.print(id, actor);
  }

  @Post('papers/print')
  @HttpCode(200)
  @Does('paper.print')
  @ApiProduces('application/pdf')
  @ApiOperation({ operationId: 'printPapers', summary: '批量打印：最多100份合为一个 PDF' })
  together(@Body() { paperIds }: PrintPapersDto): Promise<StreamableFile> {
    return this.printPapers.together(paperIds);
  }

  @Post('papers/:id/withdraw')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('paper.withdraw')
  @ApiOperation({ operationId: 'withdrawPaper', summary: '作废文书：须说明理由，文号不再使用' })
  withdraw(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: WithdrawPaperDto,
    @CurrentActor() actor: Actor,
  ): Promise<PaperDto> {
    return this.withdrawPaper.run(id, reason, actor);
  }
}
