import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  ApplicantCasesDto,
  ApplicantDto,
  ClearApplicantDto,
  SearchApplicantDto,
  UnmaskDto,
} from './applicant.dto.js';
import { ReceiptQueries } from './receipt.queries.js';
import { SearchApplicants } from './search-applicants.js';
import { UnmaskApplicant } from './unmask-applicant.js';

/** Personal data: masked by default, in clear for a reason. */
@ApiTags('intake')
@ApiBearerAuth()
@Controller('api/v1')
export class ApplicantController {
  constructor(
    private readonly receipts: ReceiptQueries,
    private readonly unmaskApplicant: UnmaskApplicant,
    private readonly searchApplicants: SearchApplicants,
  ) {}

  @Get('cases/:id/applicant')
  @Does('applicant.read')
  @ApiOperation({ operationId: 'getApplicant', summary: '申请人（脱敏显示），P5' })
  applicant(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicantDto> {
    return this.receipts.applicant(id, actor);
  }

  @Post('cases/:id/applicant/unmask')
  @HttpCode(200)
  @Does('applicant.unmask')
  @ApiOperation({
    operationId: 'unmaskApplicant',
    summary: '查看申请人完整信息：须说明理由，每次查看都记入审计，P5',
  })
  unmask(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: UnmaskDto,
    @CurrentActor() actor: Actor,
  ): Promise<ClearApplicantDto> {
    return this.unmaskApplicant.run(id, reason, actor);
  }

  @Post('applicants/search')
  @HttpCode(200)
  @Does('applicant.search')
  @ApiOperation({
    operationId: 'searchApplicants',
    summary: '按完整的证件号或电话查找本单位参与的办件；号码不进地址栏和日志，P5',
  })
  search(@Body() body: SearchApplicantDto): Promise<ApplicantCasesDto> {
    return this.searchApplicants.run(body);
  }
}
