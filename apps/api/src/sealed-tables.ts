import type { SealedTable } from '@yikou/platform';

/** Every column that holds personal data or a secret; `yikou keys rotate` walks them all. */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    table: 'applicants',
    key: 'id',
    columns: ['name', 'identity_number', 'telephone', 'address'],
    indexes: {
      identity_number: { column: 'identity_index', kind: 'identityNumber' },
      telephone: { column: 'telephone_index', kind: 'telephone' },
    },
  },
  { table: 'consultations', key: 'id', columns: ['contact_name', 'contact_telephone'] },
  { table: 'cases', key: 'id', columns: ['delivery_receiver'] },
  { table: 'account_secrets', key: 'account_id', columns: ['second_factor_secret'] },
];
