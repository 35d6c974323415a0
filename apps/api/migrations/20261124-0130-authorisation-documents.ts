import type { MigrationInterface, QueryRunner } from 'typeorm';

/** R48: the signed document by which a section empowers a centre, as it was scanned. */
export class AuthorisationDocuments1795483800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE authorisations
      ADD COLUMN scan_name text,
      ADD COLUMN scan_media_type text,
      ADD COLUMN scan_bytes int CONSTRAINT ck_authorisations_scan_bytes CHECK (scan_bytes > 0),
      ADD COLUMN scan_sha256 text,
      ADD COLUMN scan_key text,
      ADD CONSTRAINT ck_authorisations_scan CHECK (num_nonnulls(scan_name, scan_media_type, scan_bytes,
        scan_sha256, scan_key) IN (0, 5))`);
    await runner.query(
      'GRANT UPDATE (scan_name, scan_media_type, scan_bytes, scan_sha256, scan_key) ON authorisations TO yikou_app',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
