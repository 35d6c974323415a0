import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../path-params.js';
import { AccountQueries } from './account.queries.js';
import {
  AccountPageDto,
  AccountQueryDto,
  ChangeAccountDto,
  CreateAccountDto,
  ManagedAccountDto,
  NewAccountDto,
} from './accounts.dto.js';
import { CurrentActor, Does, type SignedIn } from './actor.js';
import { ChangeAccount } from './change-account.js';
import { CreateAccount } from './create-account.js';

/** Who there is; what an account may do and proves itself with has controllers of its own. */
@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly queries: AccountQueries,
    private readonly createAccount: CreateAccount,
    private readonly changeAccount: ChangeAccount,
  ) {}

  @Get()
  @Does('account.list')
  @ApiOperation({ operationId: 'listAccounts', summary: '辖区内的账号，按账号名' })
  page(@Query() query: AccountQueryDto, @CurrentActor() actor: SignedIn): Promise<AccountPageDto> {
    return this.queries.page(query, actor);
  }

  @Get(':id')
  @Does('account.read')
  @ApiOperation({ operationId: 'getAccount', summary: '账号及其授权、统一身份关联' })
  one(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: SignedIn,
  ): Promise<ManagedAccountDto> {
    return this.queries.one(id, actor);
  }

  @Post()
  @Does('account.create')
  @ApiOperation({ operationId: 'createAccount', summary: '建立账号，取得只显示一次的一次性密码' })
  create(@Body() body: CreateAccountDto, @CurrentActor() actor: SignedIn): Promise<NewAccountDto> {
    return this.createAccount.run(body, actor);
  }

  @Patch(':id')
  @Does('account.change')
  @ApiOperation({ operationId: 'changeAccount', summary: '修改姓名、单位，停用或启用账号' })
  change(
    @Param('id', UuidParam) id: string,
    @Body() body: ChangeAccountDto,
    @CurrentActor() actor: SignedIn,
  ): Promise<ManagedAccountDto> {
    return this.changeAccount.run(id, body, actor);
  }
}
