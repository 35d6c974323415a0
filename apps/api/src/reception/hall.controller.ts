import {
  Controller,
  Get,
  Header,
  Param,
  Req,
  Sse,
  UseFilters,
  type MessageEvent,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LiveHub } from '@yikou/platform';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Does } from '../identity/index.js';
import { HALL_ASSETS } from './display/assets.js';
import { DisplayErrorFilter } from './display/display-error.filter.js';
import { displayPage } from './display/page.js';
import { QueueQueries } from './queue.queries.js';
import { HallBoardDto } from './ticket.dto.js';

/** Screens of all halls behind one address of a district's network. */
const MOST_SCREENS = 64;

/** The big screen of a hall: for everybody, without sign-in, and without anybody's name. */
@ApiExcludeController()
@Controller('hall')
export class HallController {
  constructor(
    private readonly queue: QueueQueries,
    private readonly hub: LiveHub,
  ) {}

  @Get('assets/style.css')
  @Does('hall.display')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return HALL_ASSETS.style;
  }

  @Get('assets/script.js')
  @Does('hall.display')
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return HALL_ASSETS.script;
  }

  @Get(':code')
  @UseFilters(DisplayErrorFilter)
  @Does('hall.display')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@Param('code') code: string): Promise<string> {
    return displayPage(code, await this.queue.board(code));
  }

  @Get(':code/board')
  @Does('hall.display')
  async board(@Param('code') code: string): Promise<HallBoardDto> {
    const { name, waitingCount, calls } = await this.queue.board(code);
    return { name, waitingCount, calls };
  }

  @Sse(':code/live')
  @Does('hall.display')
  async live(
    @Param('code') code: string,
    @Req() { ip }: FastifyRequest,
  ): Promise<Observable<MessageEvent>> {
    const { unitId } = await this.queue.board(code);
    return this.hub.open({
      owner: `hall ${ip}`,
      most: MOST_SCREENS,
      hears: ({ kind, id }) => kind === 'queue' && id === unitId,
    });
  }
}
