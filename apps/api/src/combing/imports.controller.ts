import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { OneFile, type UploadedFile } from '../uploaded-file.js';
import { CancelImport } from './cancel-import.js';
import {
  ImportDto,
  ImportPageDto,
  ImportQueryDto,
  ListTemplateQueryDto,
  SubmitListQueryDto,
} from './import.dto.js';
import { ImportQueries } from './import.queries.js';
import { ListFiles } from './list-files.js';
import { SubmitList } from './submit-list.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** The lists that the streets hand in (梳理). */
@ApiTags('combing')
@ApiBearerAuth()
@Controller('api/v1/street-lists')
export class ImportsController {
  constructor(
    private readonly imports: ImportQueries,
    private readonly submitList: SubmitList,
    private readonly cancelImport: CancelImport,
    private readonly listFiles: ListFiles,
  ) {}

  @Get('template')
  @Does('streetList.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: '空白的事项清单模板', ...FILE })
  @ApiOperation({ operationId: 'getListTemplate', summary: '下载镇街清单模板，R30' })
  template(@Query() { format }: ListTemplateQueryDto): Promise<StreamableFile> {
    return this.listFiles.template(format);
  }

  @Post('imports')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Does('streetList.import')
  @ApiOperation({
    operationId: 'submitList',
    summary: '导入镇街清单（XLSX、CSV 或 JSON，10 MB 以内），可先试导入，R30',
  })
  submit(
    @Query() query: SubmitListQueryDto,
    @OneFile() file: UploadedFile,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.submitList.run(query, file, actor);
  }

  @Get('imports')
  @Does('streetList.read')
  @ApiOperation({ operationId: 'listImports', summary: '导入记录，新的在前，R30' })
  page(@Query() query: ImportQueryDto): Promise<ImportPageDto> {
    return this.imports.page(query);
  }

  @Get('imports/:id')
  @Does('streetList.read')
  @ApiOperation({ operationId: 'getImport', summary: '一次导入的进度、结果和有误的单元格，R30' })
  one(@Param('id', UuidParam) id: string): Promise<ImportDto> {
    return this.imports.one(id);
  }

  @Post('imports/:id/cancel')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('streetList.import')
  @ApiOperation({ operationId: 'cancelImport', summary: '取消导入：清单保持原样，R30' })
  cancel(@Param('id', UuidParam) id: string): Promise<ImportDto> {
    return this.cancelImport.run(id);
  }

  @Get('imports/:id/returned-sheet')
  @Does('streetList.read')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ description: '标出错误单元格的工作簿', ...FILE })
  @ApiOperation({
    operationId: 'getReturnedSheet',
    summary: '下载标出错误单元格的清单，退回镇街改正，R30',
  })
  returnedSheet(@Param('id', UuidParam) id: string): Promise<StreamableFile> {
    return this.listFiles.returnedSheet(id);
  }
}
