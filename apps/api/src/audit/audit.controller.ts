import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import {
  AuditChainPageDto,
  AuditExportQueryDto,
  AuditPageDto,
  AuditQueryDto,
} from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';
import { ExportEntries } from './export-entries.js';
import { VerifyChains } from './verify-chains.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const MEDIA_TYPE = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' };

/** What happened, by whom, from where; for the audit administrator. */
@ApiTags('audit')
@ApiBearerAuth()
@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly verifyChains: VerifyChains,
    private readonly exportEntries: ExportEntries,
  ) {}

  @Get('entries')
  @Does('audit.read')
  @ApiOperation({ operationId: 'listAuditEntries', summary: '审计记录，新的在前' })
  entries(@Query() query: AuditQueryDto): Promise<AuditPageDto> {
    return this.queries.page(query);
  }

  @Get('chains')
  @Does('audit.read')
  @ApiOperation({ operationId: 'listAuditChains', summary: '各单位审计链及库外锚点' })
  chains(@Query() query: PageQueryDto): Promise<AuditChainPageDto> {
    return this.queries.chains(query);
  }

  @Get('verification')
  @Does('audit.verify')
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({
    description: '逐行 JSON：过程为 {"progress":…}，最后一行为 {"report":…}；断开连接即取消',
    ...FILE,
  })
  @ApiOperation({ operationId: 'verifyAudit', summary: '校验全部审计链，指出第一处断裂' })
  verify(@Req() request: FastifyRequest): StreamableFile {
    const leaving = new AbortController();
    void once(request.raw.socket, 'close').then(() => leaving.abort());
    const lines = Readable.from(this.verifyChains.lines(leaving.signal));
    return new StreamableFile(lines, { type: 'application/x-ndjson' });
  }

  @Get('export')
  @Does('audit.export')
  @ApiProduces('text/csv', 'application/x-ndjson')
  @ApiOkResponse({ description: '审计记录文件', ...FILE })
  @ApiOperation({ operationId: 'exportAudit', summary: '导出一段时间的审计记录（CSV 或 JSON 行）' })
  async export(@Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    const type = MEDIA_TYPE[query.format];
    const disposition = `attachment; filename="audit.${query.format}"`;
    return new StreamableFile(await this.exportEntries.run(query), { type, disposition });
  }
}
