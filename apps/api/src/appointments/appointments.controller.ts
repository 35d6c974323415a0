import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { CaseDto } from '../workflow/index.js';
import { AppointmentQueries } from './appointment.queries.js';
import { AppointmentSettingsOfHall } from './appointment-settings.js';
import {
  AppointmentDayDto,
  AppointmentDto,
  AppointmentSettingsDto,
  BookAppointmentDto,
  BookedDto,
  DayQueryDto,
  RegisterVisitDto,
} from './appointments.dto.js';
import { BookAppointment } from './book-appointment.js';
import { ReceiveAppointment } from './receive-appointment.js';

/** Appointments as the hall sees and receives them (R67). */
@ApiTags('appointments')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/hall')
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentQueries,
    private readonly receive: ReceiveAppointment,
    private readonly book: BookAppointment,
    private readonly settings: AppointmentSettingsOfHall,
  ) {}

  @Get('appointments')
  @Does('appointment.list')
  @ApiOperation({ operationId: 'listAppointments', summary: '本单位一天的预约及到场情况，R67' })
  day(@Query() query: DayQueryDto, @CurrentActor() actor: Actor): Promise<AppointmentDayDto> {
    return this.appointments.day(query, actor);
  }

  @Post('appointments')
  @Does('appointment.bookFor')
  @ApiOperation({ operationId: 'bookAppointmentFor', summary: '代来电的群众预约本单位，R67' })
  bookFor(@Body() body: BookAppointmentDto, @CurrentActor() actor: Actor): Promise<BookedDto> {
    return this.book.byHall(body, actor);
  }

  @Post('appointments/:id/check-in')
  @HttpCode(200)
  @Does('appointment.checkIn')
  @ApiOperation({ operationId: 'checkInAppointment', summary: '预约签到，R67' })
  checkIn(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<AppointmentDto> {
    return this.receive.checkIn(id, actor);
  }

  @Post('appointments/:id/cancel')
  @HttpCode(200)
  @Does('appointment.cancelFor')
  @ApiOperation({ operationId: 'cancelAppointmentFor', summary: '代申请人取消预约，R67' })
  cancel(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<AppointmentDto> {
    return this.receive.cancel(id, actor);
  }

  @Post('appointments/:id/register')
  @Does('appointment.register')
  @ApiOperation({ operationId: 'registerAppointment', summary: '预约转为办件，无需重新录入，R67' })
  register(
    @Param('id', UuidParam) id: string,
    @Body() body: RegisterVisitDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.receive.register(id, body, actor);
  }

  @Get('appointment-settings')
  @Does('appointment.list')
  @ApiOperation({ operationId: 'getAppointmentSettings', summary: '本单位的预约设置，R67' })
  readSettings(@CurrentActor() actor: Actor): Promise<AppointmentSettingsDto> {
    return this.settings.read(actor);
  }

  @Put('appointment-settings')
  @Does('appointment.set')
  @ApiOperation({
    operationId: 'setAppointmentSettings',
    summary: '设置每窗口每时段人数和提前天数，R67',
  })
  set(
    @Body() body: AppointmentSettingsDto,
    @CurrentActor() actor: Actor,
  ): Promise<AppointmentSettingsDto> {
    return this.settings.change(body, actor);
  }
}
