import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { WORKLISTS, type Actor, type Worklist } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import { wordParam } from '../path-params.js';
import { FoundCasesDto, SearchCasesDto } from './search.dto.js';
import { SearchCases } from './search-cases.js';
import { WaitingCasePageDto, WorklistsDto } from './worklist.dto.js';
import { WorklistsQueries } from './worklists.queries.js';

const WorklistParam = wordParam(WORKLISTS);

/** Finding cases: by one line of text, and by what waits for somebody. */
@ApiTags('finding')
@ApiBearerAuth()
@Controller('api/v1')
export class FindingController {
  constructor(
    private readonly searchCases: SearchCases,
    private readonly worklists: WorklistsQueries,
  ) {}

  @Post('cases/search')
  @HttpCode(200)
  @Does('case.search')
  @ApiOperation({
    operationId: 'searchCases',
    summary:
      '一框查找办件：编号、完整证件号或电话、事项名称、编码、拼音首字母、脱敏姓名；号码不进地址栏和日志，P5',
  })
  search(@Body() body: SearchCasesDto, @CurrentActor() actor: Actor): Promise<FoundCasesDto> {
    return this.searchCases.run(body, actor);
  }

  @Get('worklists')
  @Does('worklist.read')
  @ApiOperation({ operationId: 'listWorklists', summary: '本岗位的待办清单及件数，R56' })
  counts(@CurrentActor() actor: Actor): Promise<WorklistsDto> {
    return this.worklists.counts(actor);
  }

  @Get('worklists/:worklist')
  @Does('worklist.read')
  @ApiParam({ name: 'worklist', enum: WORKLISTS, enumName: 'Worklist' })
  @ApiOperation({ operationId: 'listWaitingCases', summary: '一个待办清单中的办件，先来的在前' })
  waiting(
    @Param('worklist', WorklistParam) worklist: Worklist,
    @Query() query: PageQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<WaitingCasePageDto> {
    return this.worklists.page(worklist, query, actor);
  }
}
