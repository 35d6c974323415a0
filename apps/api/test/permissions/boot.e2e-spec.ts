import { Controller, Get } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../src/app.module.js';
import { Does } from '../../src/identity/index.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

@Controller('silent')
class Silent {
  @Get()
  forgotten(): string {
    return 'anything';
  }
}

@Controller('invented')
class Invented {
  @Get()
  @Does('case.invent' as never)
  unknown(): string {
    return 'anything';
  }
}

describe('design §6: an endpoint outside the permission matrix', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const start = async (controllers: (new () => object)[]) => {
    const imports = [AppModule.with(database.settings)];
    const module = await Test.createTestingModule({ imports, controllers }).compile();
    const app = module.createNestApplication(new FastifyAdapter(), { logger: false });
    try {
      await app.init();
    } finally {
      await app.close();
    }
  };

  it.each([
    ['declares none', Silent, 'Silent.forgotten'],
    ['declares one that the matrix does not know', Invented, 'Invented.unknown'],
  ])('that %s: nothing is served at all', async (_, controller, name) => {
    await expect(start([controller])).rejects.toThrow(name);
  });

  it('with all of ours it starts', async () => {
    await expect(start([])).resolves.toBeUndefined();
  });
});
