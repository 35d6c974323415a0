import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong passwords in a row, kept in PostgreSQL so that a restart or a wiped Redis forgets none. */
export class SignInFailures1795452000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE sign_in_failures (
        login_name text CONSTRAINT pk_sign_in_failures PRIMARY KEY,
        failures int NOT NULL,
        last_at timestamptz NOT NULL,
        locked_until timestamptz NOT NULL
      )`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
