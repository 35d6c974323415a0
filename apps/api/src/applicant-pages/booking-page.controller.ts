import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BookAppointment, BookAppointmentDto, SlotQueries } from '../appointments/index.js';
import { Does } from '../identity/index.js';
import {
  CurrentReader,
  GuideErrorFilter,
  PublicFrames,
  type Frame,
  type Reader,
} from '../publication/index.js';
import { applicantOf, checked, faultsOf, NO_FAULTS } from './faults.js';
import { SentForm, type FormBody } from './form-body.js';
import { asked, HallsForItem } from './halls-for-item.js';
import { sendPage } from './page-answers.js';
import { appointmentPage, bookingForm, BOOKING_FIELDS } from './pages/booking-page.js';
import type { Filled } from './pages/form-parts.js';
import { chooseHallPage, chooseItemPage } from './pages/online-page.js';
import { applicantWords } from './words.js';

const PATH = '/online/book';

/** Booking without script: item, place, day and time, each a page or a choice on it (R67). */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller('online/book')
export class BookingPageController {
  constructor(
    private readonly frames: PublicFrames,
    private readonly halls: HallsForItem,
    private readonly slots: SlotQueries,
    private readonly book: BookAppointment,
  ) {}

  @Get()
  @Does('appointment.slots')
  async choose(
    @Query() query: Record<string, unknown>,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const [itemCode, unitId, date] = ['item', 'unit', 'date'].map((name) => asked(query, name));
    const title = applicantWords(frame).book;
    if (!itemCode) return sendPage(reply, chooseItemPage(frame, title, PATH));
    if (unitId) {
      const filled = { fields: { requestKey: randomUUID() }, faults: NO_FAULTS };
      const place = { itemCode, unitId, date: date ?? '' };
      return sendPage(reply, await this.form(frame, place, filled));
    }
    const { halls, itemName } = await this.halls.find(itemCode);
    const page = chooseHallPage(frame, { title, path: PATH, itemCode, itemName }, halls);
    return sendPage(reply, page);
  }

  @Post()
  @Does('appointment.book')
  async send(
    @SentForm() { fields }: FormBody,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const { itemCode = '', unitId = '', slotAt = '', requestKey = '', date = '' } = fields;
    try {
      const request = { itemCode, unitId, slotAt, requestKey, applicant: applicantOf(fields) };
      const booked = await this.book.byVisitor(await checked(request, BookAppointmentDto));
      const heading = applicantWords(frame).booked;
      return sendPage(reply, appointmentPage(frame, booked, { heading }), 200);
    } catch (error) {
      const faults = faultsOf(error, BOOKING_FIELDS);
      if (slotAt === '') faults.at['slotAt'] = '请选择一个时段。';
      const page = await this.form(frame, { itemCode, unitId, date }, { fields, faults });
      return sendPage(reply, page, faults.status);
    }
  }

  /** With the slots as they are now: one that was taken meanwhile shows it. */
  private async form(
    frame: Frame,
    { itemCode, unitId, date }: Record<'itemCode' | 'unitId' | 'date', string>,
    filled: Filled,
  ): Promise<string> {
    const place = { itemCode, unitId: unitId.toLowerCase() };
    const free = await this.slots.free({ ...place, ...(date ? { date } : {}) });
    return bookingForm(frame, filled, free, place);
  }
}
