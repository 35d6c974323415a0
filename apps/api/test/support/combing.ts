import { standardOfVersion, type ItemStandard } from '@yikou/domain';
import { RunImports } from '../../src/combing/index.js';
import { ItemVersion } from '../../src/catalog/index.js';
import { writeItemBook, writeItemCsv, writeItemJson } from '../../src/documents/index.js';
import type { Answer, Client, Dto, Problem } from './client.js';
import type { District } from './district.js';

export type Import = Dto<'ImportDto'>;
export type Matrix = Dto<'MatrixDto'>;
export type Cell = Dto<'CellDto'>;

/** The items in force, as copies that a street may change. */
export async function standardsOf(district: District): Promise<ItemStandard[]> {
  const versions = await district.sql
    .createQueryBuilder(ItemVersion, 'v')
    .innerJoin('service_items', 'i', 'i.current_version_id = v.id')
    .orderBy('v.itemCode')
    .getMany();
  return JSON.parse(JSON.stringify(versions.map(standardOfVersion))) as ItemStandard[];
}

export const FORMATS = ['xlsx', 'csv', 'json'] as const;
const WRITERS = { xlsx: writeItemBook, csv: writeItemCsv, json: writeItemJson };

export async function listFile(
  items: readonly ItemStandard[],
  format: (typeof FORMATS)[number],
): Promise<{ name: string; content: Buffer }> {
  return { name: `清单.${format}`, content: await WRITERS[format](items) };
}

/** Hands a file in, and answers whatever comes. */
export function handIn(
  client: Client,
  area: string,
  { name, content }: { name: string; content: Buffer },
  more = '',
): Promise<Answer<Import & Problem>> {
  const path = `/api/v1/street-lists/imports?area=${area}${more}`;
  return client.upload(path, name, content) as Promise<Answer<Import & Problem>>;
}

/** Hands a list in and has it imported, as the worker would. */
export async function imported(
  district: District,
  client: Client,
  area: string,
  file: { name: string; content: Buffer },
  more = '',
): Promise<Import> {
  const { status, body } = await handIn(client, area, file, more);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  await district.app.get(RunImports).drain();
  return client.get<Import>(`/api/v1/street-lists/imports/${body.id}`);
}

/** The streets of the demo district, by code. */
export async function streetsOf(district: District): Promise<string[]> {
  const rows: { code: string }[] = await district.sql.query(
    "SELECT code FROM areas WHERE level = 'STREET' ORDER BY code",
  );
  return rows.map(({ code }) => code);
}

export const matrixOf = (client: Client, more = ''): Promise<Matrix> =>
  client.get<Matrix>(`/api/v1/consistency-matrix?limit=1000${more}`);

export const cellAt = (client: Client, area: string, column: string): Promise<Cell> =>
  client.get<Cell>(
    `/api/v1/consistency-matrix/cell?area=${area}&column=${encodeURIComponent(column)}`,
  );

/** The cell as it was seen, to be handed back with a decision. */
export function seen({ areaCode, column, edition, standardNumber, version }: Cell) {
  return { area: areaCode, column, edition, standardNumber, version };
}
