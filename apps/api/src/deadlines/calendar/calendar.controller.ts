import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../../identity/index.js';
import { UuidParam } from '../../path-params.js';
import {
  CalendarChangeDto,
  CalendarChangePageDto,
  CalendarChangeQueryDto,
  CalendarMovePageDto,
  CalendarMoveQueryDto,
  CalendarOutlookDto,
  CalendarYearDto,
  SubmitCalendarChangeDto,
} from './calendar.dto.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarChangeQueries } from './calendar-change.queries.js';
import { SettleCalendarChange } from './settle-calendar-change.js';
import { SubmitCalendarChange } from './submit-calendar-change.js';

@ApiTags('calendar')
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarQueries,
    private readonly changes: CalendarChangeQueries,
    private readonly submitChange: SubmitCalendarChange,
    private readonly settleChange: SettleCalendarChange,
  ) {}

  @Get('outlook')
  @Does('calendar.read')
  @ApiOperation({
    operationId: 'getCalendarOutlook',
    summary: '已公布放假安排的年度，以及应有而未导入的年度，T1',
  })
  outlook(): Promise<CalendarOutlookDto> {
    return this.calendar.outlook();
  }

  @Get('years/:year')
  @Does('calendar.read')
  @ApiOperation({ operationId: 'getCalendarYear', summary: '一年的工作日历，逐日，P6' })
  year(@Param('year') year: string): Promise<CalendarYearDto> {
    return this.calendar.year(year);
  }

  @Get('changes')
  @ApiBearerAuth()
  @Does('calendar.listChanges')
  @ApiOperation({
    operationId: 'listCalendarChanges',
    summary: '历次放假安排及其试算、启用情况，新的在前，P6',
  })
  page(
    @Query() query: CalendarChangeQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarChangePageDto> {
    return this.changes.page(query, actor);
  }

  @Post('changes')
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('calendar.change')
  @ApiOperation({
    operationId: 'submitCalendarChange',
    summary: '导入一年的放假安排并试算，尚不生效，P6、T12',
  })
  submit(
    @Body() body: SubmitCalendarChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarChangeDto> {
    return this.submitChange.run(body, actor);
  }

  @Get('changes/:id')
  @ApiBearerAuth()
  @Does('calendar.listChanges')
  @ApiOperation({ operationId: 'getCalendarChange', summary: '一次日历变更及其进度，P6' })
  one(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarChangeDto> {
    return this.changes.one(id, actor);
  }

  @Get('changes/:id/moves')
  @ApiBearerAuth()
  @Does('calendar.listMoves')
  @ApiOperation({
    operationId: 'listCalendarMoves',
    summary: '试算中到期日会改变的时限，按新的到期先后，T12',
  })
  moves(
    @Param('id', UuidParam) id: string,
    @Query() query: CalendarMoveQueryDto,
  ): Promise<CalendarMovePageDto> {
    return this.changes.moves(id, query);
  }

  @Post('changes/:id/save')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('calendar.change')
  @ApiOperation({
    operationId: 'saveCalendarChange',
    summary: '启用试算过的放假安排，后台重算未结时限，T12',
  })
  save(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarChangeDto> {
    return this.settleChange.save(id, actor);
  }

  @Post('changes/:id/discard')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('calendar.change')
  @ApiOperation({ operationId: 'discardCalendarChange', summary: '放弃尚未启用的放假安排，P6' })
  discard(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarChangeDto> {
    return this.settleChange.discard(id, actor);
  }
}
