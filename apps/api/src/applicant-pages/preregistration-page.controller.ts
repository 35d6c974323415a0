import { randomUUID } from 'node:crypto';
import { Controller, Get, NotFoundException, Post, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { intakeError } from '@yikou/domain';
import type { FastifyReply } from 'fastify';
import { Does } from '../identity/index.js';
import {
  AddFile,
  SendPreregistration,
  SendPreregistrationDto,
  type SentDto,
} from '../preregistration/index.js';
import {
  CurrentReader,
  GuideErrorFilter,
  PublicFrames,
  type Frame,
  type Reader,
} from '../publication/index.js';
import { applicantOf, checked, faultsOf, NO_FAULTS, type Faults } from './faults.js';
import { SentForm, type FormBody } from './form-body.js';
import { asked, HallsForItem } from './halls-for-item.js';
import { sendPage } from './page-answers.js';
import type { Filled } from './pages/form-parts.js';
import { chooseHallPage, chooseItemPage } from './pages/online-page.js';
import {
  preregistrationForm,
  PREREGISTRATION_FIELDS,
  sentPage,
} from './pages/preregistration-page.js';
import { applicantWords } from './words.js';

const PATH = '/online/preregister';

/** Preregistration without script: data first, then a file at a time, so that a fault loses nothing (R71). */
@ApiExcludeController()
@UseFilters(GuideErrorFilter)
@Controller('online/preregister')
export class PreregistrationPageController {
  constructor(
    private readonly frames: PublicFrames,
    private readonly halls: HallsForItem,
    private readonly preregistrations: SendPreregistration,
    private readonly addFile: AddFile,
  ) {}

  @Get()
  @Does('preregistration.send')
  async choose(
    @Query() query: Record<string, unknown>,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const [itemCode, unitId] = ['item', 'unit'].map((name) => asked(query, name));
    const title = applicantWords(frame).preregister;
    if (!itemCode) return sendPage(reply, chooseItemPage(frame, title, PATH));
    if (unitId) {
      const filled = { fields: { requestKey: randomUUID() }, faults: NO_FAULTS };
      return sendPage(reply, await this.form(frame, { itemCode, unitId }, filled));
    }
    const { halls, itemName } = await this.halls.find(itemCode);
    const page = chooseHallPage(frame, { title, path: PATH, itemCode, itemName }, halls);
    return sendPage(reply, page);
  }

  @Post()
  @Does('preregistration.send')
  async send(
    @SentForm() { fields }: FormBody,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const { itemCode = '', unitId = '', requestKey = '' } = fields;
    try {
      const request = { itemCode, unitId, requestKey, applicant: applicantOf(fields) };
      const sent = await this.preregistrations.run(await checked(request, SendPreregistrationDto));
      return sendPage(reply, sentPage(frame, sent, { requestKey, faults: NO_FAULTS }), 200);
    } catch (error) {
      const faults = faultsOf(error, PREREGISTRATION_FIELDS);
      const page = await this.form(frame, { itemCode, unitId }, { fields, faults });
      return sendPage(reply, page, faults.status);
    }
  }

  @Post('files')
  @Does('preregistration.send')
  async add(
    @SentForm() { fields, file }: FormBody,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const frame = await this.frames.of(reader);
    const { requestKey = '' } = fields;
    const position = Number(fields['position']);
    const show = (sent: SentDto, faults: Faults) =>
      sendPage(reply, sentPage(frame, sent, { requestKey, faults, position }), faults.status);
    try {
      if (!file) throw intakeError('intake.file_missing');
      return show(await this.addFile.run(requestKey, position, file), NO_FAULTS);
    } catch (error) {
      const faults = faultsOf(error, []);
      const sent = await this.addFile.sent(requestKey);
      if (!sent) throw error;
      return show(sent, faults);
    }
  }

  private async form(
    frame: Frame,
    { itemCode, unitId }: Record<'itemCode' | 'unitId', string>,
    filled: Filled,
  ): Promise<string> {
    const { itemName, halls } = await this.halls.find(itemCode);
    const hall = halls.find((one) => one.unitId === unitId);
    if (!hall) throw new NotFoundException();
    const place = { itemCode, itemName, unitId, unitName: hall.name };
    return preregistrationForm(frame, filled, place);
  }
}
