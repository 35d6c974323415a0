import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CaseDto } from '../workflow/index.js';
import { RegisterVisitDto } from './appointments.dto.js';
import { ArrangeVisit } from './arrange-visit.js';
import { GoOnVisit } from './go-on-visit.js';
import { HomeVisitQueries } from './home-visit.queries.js';
import {
  AssignVisitDto,
  EndVisitDto,
  HomeVisitDto,
  HomeVisitPageDto,
  RequestVisitDto,
  RouteDto,
  RouteQueryDto,
  VisitColleaguesDto,
  VisitQueryDto,
} from './home-visits.dto.js';

/** Service at home for whoever cannot come (R66). */
@ApiTags('appointments')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/home-visits')
export class HomeVisitsController {
  constructor(
    private readonly visits: HomeVisitQueries,
    private readonly arrange: ArrangeVisit,
    private readonly go: GoOnVisit,
  ) {}

  @Get()
  @Does('homeVisit.list')
  @ApiOperation({ operationId: 'listHomeVisits', summary: '本单位的上门办理，新的在前，R66' })
  page(@Query() query: VisitQueryDto, @CurrentActor() actor: Actor): Promise<HomeVisitPageDto> {
    return this.visits.page(query, actor);
  }

  @Post()
  @Does('homeVisit.request')
  @ApiOperation({ operationId: 'requestHomeVisit', summary: '登记上门办理申请，R66' })
  request(@Body() body: RequestVisitDto, @CurrentActor() actor: Actor): Promise<HomeVisitDto> {
    return this.arrange.request(body, actor);
  }

  @Get('colleagues')
  @Does('homeVisit.list')
  @ApiOperation({ operationId: 'listVisitColleagues', summary: '可安排上门的本单位人员，R66' })
  colleagues(@CurrentActor() actor: Actor): Promise<VisitColleaguesDto> {
    return this.visits.colleagues(actor);
  }

  @Post('route')
  @HttpCode(200)
  @Does('homeVisit.route')
  @ApiOperation({
    operationId: 'getVisitRoute',
    summary: '一天的上门路线单，含完整地址和电话；查看记入审计，R66',
  })
  route(@Body() body: RouteQueryDto, @CurrentActor() actor: Actor): Promise<RouteDto> {
    return this.go.route(body, actor);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Does('homeVisit.assign')
  @ApiOperation({ operationId: 'assignHomeVisit', summary: '安排上门日期、人员和顺序，R66' })
  assign(
    @Param('id', UuidParam) id: string,
    @Body() body: AssignVisitDto,
    @CurrentActor() actor: Actor,
  ): Promise<HomeVisitDto> {
    return this.arrange.assign(id, body, actor);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Does('homeVisit.end')
  @ApiOperation({ operationId: 'endHomeVisit', summary: '登记上门结果，R66' })
  end(
    @Param('id', UuidParam) id: string,
    @Body() body: EndVisitDto,
    @CurrentActor() actor: Actor,
  ): Promise<HomeVisitDto> {
    return this.arrange.end(id, body, actor);
  }

  @Post(':id/register')
  @Does('homeVisit.register')
  @ApiOperation({ operationId: 'registerHomeVisit', summary: '上门收件转为办件，R66' })
  register(
    @Param('id', UuidParam) id: string,
    @Body() body: RegisterVisitDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.go.register(id, body, actor);
  }
}
