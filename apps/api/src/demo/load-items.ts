import { randomUUID } from 'node:crypto';
import { standardOfFileItem } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { indexItems, initialsOf, ItemVersion, Offering, ServiceItem } from '../catalog/index.js';
import { authorise } from './load-authorisations.js';
import { sectionBehind } from './sections.js';
import type { BodyFile, ItemRow } from './data-files.js';
import type { DemoUnit } from './load-organisation.js';
import { stepsOf } from './step-handlers.js';

/** The data file has no minutes for instant items; two hours is the demo's setting (R53). */
const ON_THE_SPOT_MINUTES = 120;
const EFFECTIVE_FROM = '2026-01-01';

/** All items as published versions; STREET items offered by centres, COMMUNITY items by stations. */
export async function loadItems(
  tx: Tx,
  items: readonly ItemRow[],
  bodies: BodyFile,
  units: readonly DemoUnit[],
): Promise<void> {
  const rows = items.map((item) => ({ item, itemId: randomUUID(), versionId: randomUUID() }));
  await tx.insert(
    ServiceItem,
    rows.map(({ item, itemId }) => ({ id: itemId, code: item.code, level: item.level })),
  );
  await tx.insert(
    ItemVersion,
    rows.map(({ item, itemId, versionId }) => versionOf(item, itemId, versionId, bodies)),
  );
  await tx.query(
    'UPDATE service_items i SET current_version_id = v.id FROM item_versions v WHERE v.item_id = i.id',
  );
  await indexItems(tx);
  const offerings = units.flatMap((unit) => {
    const level = unit.kind === 'CENTRE' ? 'STREET' : unit.kind === 'STATION' ? 'COMMUNITY' : null;
    return rows
      .filter(({ item }) => item.level === level)
      .map(({ item, itemId, versionId }) => ({
        itemId,
        unitId: unit.id,
        itemVersionId: versionId,
        startedOn: EFFECTIVE_FROM,
        sectionUnitId: sectionBehind(item, unit, units, bodies)?.id ?? null,
      }));
  });
  await tx.insert(Offering, offerings);
  await authorise(tx, rows, offerings, units);
}

function versionOf(
  item: ItemRow,
  itemId: string,
  id: string,
  bodies: BodyFile,
): Partial<ItemVersion> {
  const {
    code,
    steps: _steps,
    name,
    nameEn,
    category,
    theme,
    level,
    handlingKind,
    closure,
    ...rest
  } = item;
  const { promisedDays, dayUnit, statutoryDays, statutoryDayUnit, ...content } = rest;
  return {
    id,
    itemId,
    itemCode: code,
    number: 1,
    effectiveFrom: EFFECTIVE_FROM,
    publishedAt: new Date(`${EFFECTIVE_FROM}T00:00:00+08:00`),
    name,
    nameEn,
    pinyinInitials: initialsOf(name),
    category,
    theme,
    level,
    handlingKind,
    closure,
    class: standardOfFileItem(item).class,
    promisedDays,
    dayUnit,
    statutoryDays,
    statutoryDayUnit,
    onTheSpotMinutes: ON_THE_SPOT_MINUTES,
    content: { ...content, steps: stepsOf(item, bodies) },
  };
}
