import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { PageQueryDto } from '../page.dto.js';
import { UuidParam } from '../path-params.js';
import { ExportDto, ExportPageDto, RequestExportDto } from './export.dto.js';
import { Exports } from './exports.js';

/** Lists taken along as workbooks; everybody sees their own exports alone. */
@ApiTags('finding')
@ApiBearerAuth()
@Controller('api/v1/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get()
  @Does('export.read')
  @ApiOperation({ operationId: 'listExports', summary: '本人的导出，新的在前' })
  page(@Query() query: PageQueryDto, @CurrentActor() actor: Actor): Promise<ExportPageDto> {
    return this.exports.page(query, actor);
  }

  @Post()
  @Does('export.request')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({
    operationId: 'requestExport',
    summary: '导出办件、待办或时限清单为 XLSX：最多 100000 行，姓名脱敏，文件保留 24 小时，P5',
  })
  request(@Body() body: RequestExportDto, @CurrentActor() actor: Actor): Promise<ExportDto> {
    return this.exports.request(body, actor);
  }

  @Get(':id')
  @Does('export.read')
  @ApiOperation({ operationId: 'getExport', summary: '一次导出的进度' })
  one(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<ExportDto> {
    return this.exports.one(id, actor);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Does('export.cancel')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOperation({ operationId: 'cancelExport', summary: '取消还没有完成的导出' })
  cancel(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<ExportDto> {
    return this.exports.cancel(id, actor);
  }

  @Get(':id/file')
  @Does('export.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: '文件', schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'downloadExport', summary: '下载导出的文件，每次下载都记入审计' })
  file(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    return this.exports.file(id, actor);
  }
}
