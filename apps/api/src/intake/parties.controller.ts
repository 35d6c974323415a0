import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { OneFile, type UploadedFile } from '../uploaded-file.js';
import { LetterDto, NameFollowerDto, TellProgressDto, TrackingDto } from './agent.dto.js';
import { AgentLetter } from './agent-letter.js';
import { TrackCase } from './track-case.js';

/** Who stands beside the applicant of a case: the agent by a letter, the follower by name. */
@ApiTags('intake')
@ApiBearerAuth()
@Controller('api/v1/cases/:id')
export class PartiesController {
  constructor(
    private readonly letter: AgentLetter,
    private readonly trackCase: TrackCase,
  ) {}

  @Post('agent/letter')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Does('agent.attachLetter')
  @ApiOperation({ operationId: 'attachLetter', summary: '上传代理人的授权委托书，R69' })
  attachLetter(
    @Param('id', UuidParam) id: string,
    @OneFile() file: UploadedFile,
    @CurrentActor() actor: Actor,
  ): Promise<LetterDto> {
    return this.letter.attach(id, file, actor);
  }

  @Get('agent/letter')
  @Does('agent.readLetter')
  @ApiOperation({ operationId: 'downloadLetter', summary: '下载授权委托书，R69' })
  readLetter(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('x-content-type-options', 'nosniff');
    return this.letter.read(id, actor);
  }

  @Get('tracking')
  @Does('tracking.read')
  @ApiOperation({ operationId: 'getTracking', summary: '跟办人和进度消息，R70' })
  tracking(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<TrackingDto> {
    return this.trackCase.read(id, actor);
  }

  @Put('follower')
  @Does('tracking.name')
  @ApiOperation({ operationId: 'nameFollower', summary: '指定跟办人，R70' })
  nameFollower(
    @Param('id', UuidParam) id: string,
    @Body() { accountId }: NameFollowerDto,
    @CurrentActor() actor: Actor,
  ): Promise<TrackingDto> {
    return this.trackCase.name(id, accountId, actor);
  }

  @Post('progress-messages')
  @HttpCode(200)
  @Does('tracking.tell')
  @ApiOperation({ operationId: 'tellProgress', summary: '跟办人告知申请人办理进度，R70' })
  tell(
    @Param('id', UuidParam) id: string,
    @Body() { text }: TellProgressDto,
    @CurrentActor() actor: Actor,
  ): Promise<TrackingDto> {
    return this.trackCase.tell(id, text, actor);
  }
}
