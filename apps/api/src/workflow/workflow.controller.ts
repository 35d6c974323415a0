import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { PageQueryDto } from '../page.dto.js';
import { CaseQueries } from './case.queries.js';
import { PreviewCase } from './preview-case.js';
import { PreviewDto } from './preview.dto.js';
import { WorklistQueries } from './worklist.queries.js';
import {
  CaseDto,
  CaseEventPageDto,
  CasePageDto,
  CaseQueryDto,
  WorklistPageDto,
  WorklistQueryDto,
} from './workflow.dto.js';

/** What can be read of cases; the verbs have their own controller. */
@ApiTags('workflow')
@ApiBearerAuth()
@Controller('api/v1')
export class WorkflowController {
  constructor(
    private readonly cases: CaseQueries,
    private readonly worklist: WorklistQueries,
    private readonly previewCase: PreviewCase,
  ) {}

  @Get('cases')
  @Does('case.list')
  @ApiOperation({ operationId: 'listCases', summary: '本单位参与的办件，新收的在前' })
  page(@Query() query: CaseQueryDto, @CurrentActor() actor: Actor): Promise<CasePageDto> {
    return this.cases.page(query, actor);
  }

  @Get('cases/:id')
  @Does('case.read')
  @ApiOperation({ operationId: 'getCase', summary: '办件全貌：环节、时限、特别程序和可做的操作' })
  one(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<CaseDto> {
    return this.cases.one(id, actor);
  }

  @Get('cases/:id/events')
  @Does('case.read')
  @ApiOperation({ operationId: 'listCaseEvents', summary: '办件经过，按先后' })
  events(
    @Param('id', UuidParam) id: string,
    @Query() query: PageQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseEventPageDto> {
    return this.cases.events(id, query, actor);
  }

  @Get('tasks')
  @Does('task.list')
  @ApiOperation({ operationId: 'listTasks', summary: '本单位的办理环节，R56' })
  tasks(@Query() query: WorklistQueryDto, @CurrentActor() actor: Actor): Promise<WorklistPageDto> {
    return this.worklist.page(query, actor);
  }

  @Get('items/:code/preview')
  @Does('case.preview')
  @ApiOperation({
    operationId: 'previewCase',
    summary: '若现在受理：路径、环节和到期时刻，R52、P6',
  })
  preview(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<PreviewDto> {
    return this.previewCase.run(code, actor);
  }
}
