import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  ArchivePageDto,
  ArchiveQueryDto,
  ArchiveReportDto,
  DownloadArchiveDto,
  RetentionDto,
  SetRetentionDto,
} from './archive.dto.js';
import { ArchiveQueries } from './archive.queries.js';
import { DownloadArchive } from './download-archive.js';
import { SetRetention } from './set-retention.js';
import { VerifyArchive } from './verify-archive.js';

/** Packages of closed cases (R84). */
@ApiTags('archives')
@ApiBearerAuth()
@Controller('api/v1/archives')
export class ArchivesController {
  constructor(
    private readonly archives: ArchiveQueries,
    private readonly verifyArchive: VerifyArchive,
    private readonly downloadArchive: DownloadArchive,
    private readonly setRetention: SetRetention,
  ) {}

  @Get()
  @Does('archive.list')
  @ApiOperation({ operationId: 'listArchives', summary: '档案目录，新的在前，R84' })
  page(@Query() query: ArchiveQueryDto, @CurrentActor() actor: Actor): Promise<ArchivePageDto> {
    return this.archives.page(query, actor);
  }

  @Post('retentions')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('archive.setRetention')
  @ApiOperation({ operationId: 'setRetention', summary: '设定事项档案的保管期限，R84' })
  retention(@Body() body: SetRetentionDto, @CurrentActor() actor: Actor): Promise<RetentionDto> {
    return this.setRetention.run(body, actor);
  }

  @Post(':id/verify')
  @HttpCode(200)
  @Does('archive.verify')
  @ApiOperation({ operationId: 'verifyArchive', summary: '校验档案包是否被改动，R84' })
  verify(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ArchiveReportDto> {
    return this.verifyArchive.run(id, actor);
  }

  @Post(':id/download')
  @HttpCode(200)
  @Does('archive.download')
  @ApiProduces('application/zip')
  @ApiOperation({ operationId: 'downloadArchive', summary: '调阅档案包（须写明事由），R84' })
  download(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: DownloadArchiveDto,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    return this.downloadArchive.run(id, reason, actor);
  }
}
