import { DataSource } from 'typeorm';
import { dataSourceOptions, type Settings } from '@yikou/platform';
import { MachineryAndPeople1795446000000 } from '../migrations/20261123-1500-machinery-and-people.js';
import { CatalogAndDeadlines1795446060000 } from '../migrations/20261123-1501-catalog-and-deadlines.js';
import { Cases1795446120000 } from '../migrations/20261123-1502-cases.js';
import { SignInFailures1795452000000 } from '../migrations/20261123-1640-sign-in-failures.js';
import { Audit1795456800000 } from '../migrations/20261123-1800-audit.js';
import { Scope1795457400000 } from '../migrations/20261123-1810-scope.js';
import { Identity1795458600000 } from '../migrations/20261123-1830-identity.js';
import { PersonalData1795459200000 } from '../migrations/20261123-1840-personal-data.js';
import { ItemDrafts1795460400000 } from '../migrations/20261123-1900-item-drafts.js';
import { SpecBooks1795462800000 } from '../migrations/20261123-1940-spec-books.js';
import { RetiredItems1795463400000 } from '../migrations/20261123-1950-retired-items.js';
import { Publication1795462200000 } from '../migrations/20261123-1930-publication.js';
import { Combing1795461000000 } from '../migrations/20261123-1910-combing.js';
import { Offerings1795461600000 } from '../migrations/20261123-1920-offerings.js';
import { Finding1795482000000 } from '../migrations/20261124-0100-finding.js';
import { Appointments1795481400000 } from '../migrations/20261124-0050-appointments.js';
import { Visits1795481700000 } from '../migrations/20261124-0055-visits.js';
import { Reception1795480200000 } from '../migrations/20261124-0030-reception.js';
import { Custody1795480800000 } from '../migrations/20261124-0040-custody.js';
import { Papers1795481100000 } from '../migrations/20261124-0045-papers.js';
import { Deliveries1795482600000 } from '../migrations/20261124-0110-deliveries.js';
import { Filings1795482900000 } from '../migrations/20261124-0115-filings.js';
import { ServicePromises1795478400000 } from '../migrations/20261124-0000-service-promises.js';
import { DiscardedItems1795478700000 } from '../migrations/20261124-0005-discarded-items.js';
import { Archives1795483200000 } from '../migrations/20261124-0120-archives.js';
import { AuthorisationDocuments1795483800000 } from '../migrations/20261124-0130-authorisation-documents.js';
import { CalendarChanges1795479600000 } from '../migrations/20261124-0020-calendar-changes.js';
import { EscalationsAndCards1795479900000 } from '../migrations/20261124-0025-escalations-and-cards.js';
import { CaseLife1795479000000 } from '../migrations/20261124-0010-case-life.js';
import { ENTITIES } from './entities.js';

const MIGRATIONS = [
  MachineryAndPeople1795446000000,
  CatalogAndDeadlines1795446060000,
  Cases1795446120000,
  SignInFailures1795452000000,
  Audit1795456800000,
  Scope1795457400000,
  Identity1795458600000,
  PersonalData1795459200000,
  ItemDrafts1795460400000,
  SpecBooks1795462800000,
  RetiredItems1795463400000,
  Publication1795462200000,
  Combing1795461000000,
  Offerings1795461600000,
  Finding1795482000000,
  Appointments1795481400000,
  Visits1795481700000,
  Reception1795480200000,
  Custody1795480800000,
  Papers1795481100000,
  Deliveries1795482600000,
  Filings1795482900000,
  ServicePromises1795478400000,
  DiscardedItems1795478700000,
  Archives1795483200000,
  AuthorisationDocuments1795483800000,
  CalendarChanges1795479600000,
  EscalationsAndCards1795479900000,
  CaseLife1795479000000,
];

/** Any number; it only keeps two starting processes from migrating at once. */
const LOCK = 410103;

/**
 * A connection that knows the migrations, with the role that owns the tables.
 *
 * @throws Error when no such address is set
 */
export function migrator(settings: Settings): DataSource {
  if (!settings.migratorUrl) throw new Error('MIGRATOR_DATABASE_URL is not set');
  return new DataSource({
    ...dataSourceOptions(settings, ENTITIES, settings.migratorUrl),
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
  });
}

/** Runs `work` while no other process migrates or loads. */
export async function alone(dataSource: DataSource, work: () => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.query('SET statement_timeout = 0');
  await runner.query('SET lock_timeout = 0');
  await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    await work();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await runner.query('RESET ALL');
    await runner.release();
  }
}
