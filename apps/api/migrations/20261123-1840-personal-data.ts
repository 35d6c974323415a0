import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room for what finds personal data again without showing it. The values themselves are sealed by
 * `migrate`, which has the keys: the same columns hold them, and what is still clear is sealed at the
 * next run.
 */
export class PersonalData1795459200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

const STATEMENTS = [
  'ALTER TABLE applicants ADD COLUMN identity_index text, ADD COLUMN telephone_index text',
  'CREATE INDEX ix_applicants_identity ON applicants (identity_index)',
  'CREATE INDEX ix_applicants_telephone ON applicants (telephone_index)',
  'ALTER TABLE cases ADD COLUMN delivery_receiver_masked text',
  `UPDATE cases SET delivery_receiver_masked = left(delivery_receiver, 1)
     || repeat('*', greatest(length(delivery_receiver) - 1, 1)) WHERE delivery_receiver IS NOT NULL`,
];
