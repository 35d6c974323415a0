import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Does, notFromForeignPage } from '../identity/index.js';
import {
  AppointmentProofDto,
  BookAppointmentDto,
  BookedDto,
  SlotQueryDto,
  SlotsDto,
} from './appointments.dto.js';
import { BookAppointment } from './book-appointment.js';
import { OwnAppointment } from './own-appointment.js';
import { SlotQueries } from './slot.queries.js';

/** Appointments for everybody, without sign-in (R67, P7). What proves somebody stays out of addresses. */
@ApiTags('appointments')
@Controller('api/v1')
export class PublicAppointmentsController {
  constructor(
    private readonly slots: SlotQueries,
    private readonly book: BookAppointment,
    private readonly own: OwnAppointment,
  ) {}

  @Get('appointment-slots')
  @Does('appointment.slots')
  @ApiOperation({ operationId: 'listSlots', summary: '可预约的日期和时段，R67' })
  free(@Query() query: SlotQueryDto): Promise<SlotsDto> {
    return this.slots.free(query);
  }

  @Post('appointments')
  @Does('appointment.book')
  @ApiOperation({ operationId: 'bookAppointment', summary: '预约到窗口办理，R67' })
  bookOne(@Body() body: BookAppointmentDto, @Req() request: FastifyRequest): Promise<BookedDto> {
    notFromForeignPage(request);
    return this.book.byVisitor(body);
  }

  @Post('appointments/look-up')
  @HttpCode(200)
  @Does('appointment.own')
  @ApiOperation({ operationId: 'lookUpAppointment', summary: '凭预约码和证件号后四位查预约，P7' })
  lookUp(@Body() proof: AppointmentProofDto): Promise<BookedDto> {
    return this.own.read(proof);
  }

  @Post('appointments/cancel')
  @HttpCode(200)
  @Does('appointment.own')
  @ApiOperation({
    operationId: 'cancelAppointment',
    summary: '凭预约码和证件号后四位取消预约，R67',
  })
  cancel(@Body() proof: AppointmentProofDto, @Req() request: FastifyRequest): Promise<BookedDto> {
    notFromForeignPage(request);
    return this.own.cancel(proof);
  }
}
