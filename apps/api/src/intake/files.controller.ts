import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Does } from '../identity/index.js';
import { inOwnFrame } from '../own-frame.js';
import { UuidParam } from '../path-params.js';
import { PreviewFile } from './preview-file.js';

/** Files of a case to be looked at in the page. */
@ApiTags('intake')
@ApiBearerAuth()
@Controller('api/v1')
export class FilesController {
  constructor(private readonly previewFile: PreviewFile) {}

  @Get('cases/:id/files/:fileId/preview')
  @Does('material.download')
  @ApiProduces('application/pdf', 'image/webp')
  @ApiOperation({
    operationId: 'previewFile',
    summary: '在页面中查看材料文件：图片缩小重绘，PDF 原样，其他类型不显示',
  })
  async preview(
    @Param('id', UuidParam) id: string,
    @Param('fileId', UuidParam) fileId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.previewFile.run(id, fileId, actor);
    inOwnFrame(reply);
    return file;
  }
}
