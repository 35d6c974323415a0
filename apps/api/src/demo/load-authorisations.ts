import { randomUUID } from 'node:crypto';
import type { Tx } from '@yikou/platform';
import { AuthorisationRow } from '../authorisations/index.js';
import type { Offering } from '../catalog/index.js';
import type { DemoUnit } from './load-organisation.js';

/** Before any day to which the clock of a sandbox is set. */
const SINCE = '2016-01-01';
/** The first of them ends and is carried on, as a list has it. */
const RENEWED = { until: '2026-12-31', from: '2027-01-01' };
const DOCUMENT = '便民服务事项办理授权委托书';

interface Item {
  itemId: string;
  item: { code: string };
}

/** R48: every section has empowered the centre of its street. Made-up documents. */
export async function authorise(
  tx: Tx,
  items: readonly Item[],
  offerings: readonly Pick<Offering, 'itemId' | 'unitId' | 'sectionUnitId'>[],
  units: readonly DemoUnit[],
): Promise<void> {
  const codes = new Map(items.map(({ itemId, item }) => [itemId, item.code]));
  const paths = await pathsOf(tx);
  const rows = offerings.flatMap(({ itemId, unitId, sectionUnitId }, index) => {
    const centre = units.find(({ id }) => id === unitId);
    if (!sectionUnitId || !centre) return [];
    const row = {
      ...{ itemId, itemCode: codes.get(itemId) ?? '', sectionUnitId, centreUnitId: unitId },
      ...{ areaPath: paths.get(centre.areaCode) ?? '', documentName: DOCUMENT },
      ...{ documentNumber: `示例授权〔2016〕${index + 1}号`, validFrom: SINCE },
      ...{ validUntil: null as string | null, grantedAt: new Date(`${SINCE}T00:00:00+08:00`) },
    };
    const isFirst = itemId === items.find(({ item }) => item.code === 'EQ-T-20-001')?.itemId;
    if (!isFirst) return [row];
    const renewal = { ...row, documentNumber: `示例授权〔2026〕${index + 1}号` };
    return [
      { ...row, validUntil: RENEWED.until },
      { ...renewal, validFrom: RENEWED.from },
    ];
  });
  await tx.insert(
    AuthorisationRow,
    rows.map((row) => ({ id: randomUUID(), ...row })),
  );
}

async function pathsOf(tx: Tx): Promise<Map<string, string>> {
  const rows: { code: string; path: string }[] = await tx.query('SELECT code, path FROM areas');
  return new Map(rows.map(({ code, path }) => [code, path]));
}
