import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { DecideCell } from './decide-cell.js';
import {
  CellDto,
  CellQueryDto,
  CellSeenDto,
  ChangeStandardDto,
  DecidedCellDto,
  ExplainCellDto,
  MatrixDto,
  MatrixQueryDto,
} from './matrix.dto.js';
import { MatrixQueries } from './matrix.queries.js';

/** All streets' lists against the standard, and what is decided where they differ (R34). */
@ApiTags('combing')
@ApiBearerAuth()
@Controller('api/v1/consistency-matrix')
export class MatrixController {
  constructor(
    private readonly matrices: MatrixQueries,
    private readonly decideCell: DecideCell,
  ) {}

  @Get()
  @Does('consistency.read')
  @ApiOperation({ operationId: 'getConsistencyMatrix', summary: '一致性矩阵：镇街 × 事项，R34' })
  matrix(@Query() query: MatrixQueryDto, @CurrentActor() actor: Actor): Promise<MatrixDto> {
    return this.matrices.matrix(query, actor);
  }

  @Get('cell')
  @Does('consistency.read')
  @ApiOperation({
    operationId: 'getConsistencyCell',
    summary: '矩阵的一格：镇街与标准逐栏对照，R34',
  })
  cell(@Query() query: CellQueryDto, @CurrentActor() actor: Actor): Promise<CellDto> {
    return this.matrices.cell(query, actor);
  }

  @Post('cell/accept-standard')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('consistency.decide')
  @ApiOperation({ operationId: 'acceptStandard', summary: '采用标准：镇街清单改为与标准一致，R34' })
  accept(@Body() seen: CellSeenDto, @CurrentActor() actor: Actor): Promise<DecidedCellDto> {
    return this.decideCell.acceptStandard(seen, actor);
  }

  @Post('cell/change-standard')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('consistency.decide')
  @ApiOperation({
    operationId: 'changeStandard',
    summary: '修订标准：把镇街的文字写入事项草稿，R30、R34',
  })
  change(@Body() seen: ChangeStandardDto, @CurrentActor() actor: Actor): Promise<DecidedCellDto> {
    return this.decideCell.changeStandard(seen, actor);
  }

  @Post('cell/explain')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('consistency.decide')
  @ApiOperation({ operationId: 'explainCell', summary: '说明原因：差异变化后即失效，R34' })
  explain(@Body() seen: ExplainCellDto, @CurrentActor() actor: Actor): Promise<DecidedCellDto> {
    return this.decideCell.explain(seen, actor);
  }
}
