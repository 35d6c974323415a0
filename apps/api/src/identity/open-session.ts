import { Injectable } from '@nestjs/common';
import { DescribeSession, type AnsweredSession } from './describe-session.js';
import type { Device } from './device.js';
import type { SignInDto } from './session.dto.js';
import { SignIn } from './sign-in.js';

/** Signs in and says who that is and what they may open. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly signIn: SignIn,
    private readonly describeSession: DescribeSession,
  ) {}

  async run(body: SignInDto, device: Device): Promise<AnsweredSession> {
    return this.describeSession.run(await this.signIn.run(body, device));
  }
}
