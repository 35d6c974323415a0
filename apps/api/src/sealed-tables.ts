import type { SealedTable } from '@yikou/platform';

/** Tables that keep a person in the columns of the applicants'. */
const people = (table: string): SealedTable => ({
  table,
  key: 'id',
  columns: ['name', 'identity_number', 'telephone', 'address'],
  indexes: {
    identity_number: { column: 'identity_index', kind: 'identityNumber' },
    telephone: { column: 'telephone_index', kind: 'telephone' },
  },
});

/** Every column that holds personal data or a secret; `yikou keys rotate` walks them all. */
export const SEALED_TABLES: readonly SealedTable[] = [
  people('applicants'),
  people('appointments'),
  people('home_visits'),
  people('preregistrations'),
  {
    table: 'case_agents',
    key: 'case_id',
    columns: ['name', 'identity_number', 'telephone'],
    indexes: {
      identity_number: { column: 'identity_index', kind: 'identityNumber' },
      telephone: { column: 'telephone_index', kind: 'telephone' },
    },
  },
  { table: 'consultations', key: 'id', columns: ['contact_name', 'contact_telephone'] },
  { table: 'cases', key: 'id', columns: ['delivery_receiver'] },
  {
    table: 'deliveries',
    key: 'id',
    columns: ['receiver', 'agent_identity', 'signature_key'],
  },
  { table: 'account_secrets', key: 'account_id', columns: ['second_factor_secret'] },
];
