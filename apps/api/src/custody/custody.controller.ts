import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { AnswerHandover } from './answer-handover.js';
import {
  CustodyDto,
  DeclineHandoverDto,
  HandOverOriginalsDto,
  OriginalsDto,
  TakeOriginalsDto,
} from './custody.dto.js';
import { CustodyQueries } from './custody.queries.js';
import { EndCustody } from './end-custody.js';
import { HandOverOriginals } from './hand-over-originals.js';
import { TakeOriginals } from './take-originals.js';

/** R85: paper originals from the applicant's hand to where they stay. */
@ApiTags('custody')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1')
export class CustodyController {
  constructor(
    private readonly custody: CustodyQueries,
    private readonly takeOriginals: TakeOriginals,
    private readonly handOverOriginals: HandOverOriginals,
    private readonly answerHandover: AnswerHandover,
    private readonly endCustody: EndCustody,
  ) {}

  @Get('cases/:id/custody')
  @Does('custody.read')
  @ApiOperation({ operationId: 'getCustody', summary: '材料原件在谁手中、经过谁手，R85' })
  ofCase(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<CustodyDto> {
    return this.custody.ofCase(id, actor);
  }

  @Post('cases/:id/custody/take')
  @HttpCode(200)
  @Does('custody.take')
  @ApiOperation({ operationId: 'takeOriginals', summary: '接收申请人交来的材料原件，R85' })
  take(
    @Param('id', UuidParam) id: string,
    @Body() body: TakeOriginalsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustodyDto> {
    return this.takeOriginals.run(id, body, actor);
  }

  @Post('cases/:id/custody/hand-over')
  @HttpCode(200)
  @Does('custody.handOver')
  @ApiOperation({ operationId: 'handOverOriginals', summary: '移交材料原件，待对方签收，R85' })
  handOver(
    @Param('id', UuidParam) id: string,
    @Body() body: HandOverOriginalsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustodyDto> {
    return this.handOverOriginals.run(id, body, actor);
  }

  @Post('custody-handovers/:id/accept')
  @HttpCode(200)
  @Does('custody.accept')
  @ApiOperation({ operationId: 'acceptHandover', summary: '签收移交的原件，R85' })
  accept(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<CustodyDto> {
    return this.answerHandover.accept(id, actor);
  }

  @Post('custody-handovers/:id/decline')
  @HttpCode(200)
  @Does('custody.accept')
  @ApiOperation({ operationId: 'declineHandover', summary: '不予签收，说明原因退回，R85' })
  decline(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: DeclineHandoverDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustodyDto> {
    return this.answerHandover.decline(id, reason, actor);
  }

  @Post('cases/:id/custody/give-back')
  @HttpCode(200)
  @Does('custody.giveBack')
  @ApiOperation({ operationId: 'giveBackOriginals', summary: '把材料原件退还申请人，R85' })
  giveBack(
    @Param('id', UuidParam) id: string,
    @Body() { originalIds }: OriginalsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustodyDto> {
    return this.endCustody.run('RETURNED', id, originalIds, actor);
  }

  @Post('cases/:id/custody/archive')
  @HttpCode(200)
  @Does('custody.archive')
  @ApiOperation({ operationId: 'archiveOriginals', summary: '材料原件归档，R84、R85' })
  archive(
    @Param('id', UuidParam) id: string,
    @Body() { originalIds }: OriginalsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustodyDto> {
    return this.endCustody.run('ARCHIVED', id, originalIds, actor);
  }
}
