import { Controller, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { OneFile, type UploadedFile } from '../uploaded-file.js';
import { DraftImportDto, ImportDraftsQueryDto } from './draft-import.dto.js';
import { ImportDrafts } from './import-drafts.js';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const FORM = {
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
} as const;

/** A book of items, taken into drafts. */
@ApiTags('catalog')
@ApiBearerAuth()
@Controller('api/v1/item-drafts/import')
export class DraftImportsController {
  constructor(private readonly importDrafts: ImportDrafts) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @Does('draft.compose')
  @ApiOperation({
    operationId: 'importDrafts',
    summary:
      '把一册规范（XLSX、CSV 或 JSON）整册导入为草稿，可先试导入；有一处错误即全部不导入，R30',
  })
  run(
    @Query() query: ImportDraftsQueryDto,
    @OneFile() file: UploadedFile,
    @CurrentActor() actor: Actor,
  ): Promise<DraftImportDto> {
    return this.importDrafts.run(file, query, actor);
  }

  @Post('returned-sheet')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FORM)
  @ApiProduces(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/problem+json',
  )
  @ApiOkResponse({ description: '标出错误单元格的工作簿', ...FILE })
  @Does('draft.compose')
  @ApiOperation({
    operationId: 'returnDraftSheet',
    summary: '标出这个文件不能导入的单元格，供改正，R30',
  })
  returned(@OneFile() file: UploadedFile): Promise<StreamableFile> {
    return this.importDrafts.returned(file);
  }
}
