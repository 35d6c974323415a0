import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Does, type SignedIn } from './actor.js';
import { BeginSecondFactor } from './begin-second-factor.js';
import { ChangeOwnPassword } from './change-own-password.js';
import { ConfirmSecondFactor } from './confirm-second-factor.js';
import { DescribeAccount } from './describe-account.js';
import { DropSecondFactor } from './drop-second-factor.js';
import { ChangePasswordDto, RecoveryCodesDto, SecondFactorSetupDto } from './me.dto.js';
import { AccountDto, CodeDto } from './session.dto.js';

/** What everybody does with their own account. */
@ApiTags('identity')
@ApiBearerAuth()
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly describeAccount: DescribeAccount,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly beginSecondFactor: BeginSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly dropSecondFactor: DropSecondFactor,
  ) {}

  @Get()
  @Does('me.read')
  @ApiOperation({ operationId: 'me', summary: '当前登录人及其单位、岗位' })
  me(@CurrentActor() actor: SignedIn): Promise<AccountDto> {
    return this.describeAccount.run(actor);
  }

  @Put('password')
  @HttpCode(204)
  @Does('me.changePassword')
  @ApiOperation({ operationId: 'changePassword', summary: '修改本人密码，其他登录随即失效' })
  changePassword(@Body() body: ChangePasswordDto, @CurrentActor() actor: SignedIn): Promise<void> {
    return this.changeOwnPassword.run(body, actor);
  }

  @Post('second-factor')
  @HttpCode(200)
  @Does('me.setSecondFactor')
  @ApiOperation({ operationId: 'beginSecondFactor', summary: '开始绑定验证器，取得密钥' })
  begin(@CurrentActor() actor: SignedIn): Promise<SecondFactorSetupDto> {
    return this.beginSecondFactor.run(actor);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @Does('me.setSecondFactor')
  @ApiOperation({
    operationId: 'confirmSecondFactor',
    summary: '用验证码确认绑定，取得只显示一次的恢复码',
  })
  confirm(@Body() { code }: CodeDto, @CurrentActor() actor: SignedIn): Promise<RecoveryCodesDto> {
    return this.confirmSecondFactor.run(code, actor);
  }

  @Post('second-factor/remove')
  @HttpCode(204)
  @Does('me.dropSecondFactor')
  @ApiOperation({ operationId: 'removeSecondFactor', summary: '停用动态验证码（三类管理员除外）' })
  remove(@Body() { code }: CodeDto, @CurrentActor() actor: SignedIn): Promise<void> {
    return this.dropSecondFactor.run(code, actor);
  }
}
