import { Controller, Get, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AppointmentProofDto, OwnAppointment } from '../appointments/index.js';
import { Does } from '../identity/index.js';
import {
  CurrentReader,
  GuideErrorFilter,
  PublicFrames,
  type Reader,
} from '../publication/index.js';
import { checked, faultsOf, NO_FAULTS } from './faults.js';
import { SentForm, type FormBody } from './form-body.js';
import { sendPage } from './page-answers.js';
import { appointmentPage, ownAppointmentForm, OWN_FIELDS } from './pages/booking-page.js';
import { applicantWords } from './words.js';

/** One's own appointment by its code and the tail of the identity number (P7). */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller('online/appointment')
export class OwnAppointmentPageController {
  constructor(
    private readonly frames: PublicFrames,
    private readonly own: OwnAppointment,
  ) {}

  @Get()
  @Does('appointment.own')
  async form(
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const filled = { fields: {}, faults: NO_FAULTS };
    return sendPage(reply, ownAppointmentForm(await this.frames.of(reader), filled));
  }

  @Post()
  @Does('appointment.own')
  async ask(
    @SentForm() { fields }: FormBody,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const words = applicantWords(frame);
    const { code = '', identityTail = '' } = fields;
    try {
      const proof = await checked({ code, identityTail }, AppointmentProofDto);
      const cancels = fields['do'] === 'cancel';
      const found = cancels ? await this.own.cancel(proof) : await this.own.read(proof);
      const heading = cancels ? words.cancelled : words.ownAppointment;
      return sendPage(reply, appointmentPage(frame, found, { heading, identityTail }), 200);
    } catch (error) {
      const faults = faultsOf(error, OWN_FIELDS);
      return sendPage(reply, ownAppointmentForm(frame, { fields, faults }), faults.status);
    }
  }
}
