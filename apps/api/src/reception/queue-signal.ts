import { signal, type Tx } from '@yikou/platform';

/** Tells the people and the screens of a hall that its queue has moved. */
export function tellQueue(tx: Tx, hall: { unit_id: string; area_path: string }): void {
  signal(tx, { kind: 'queue', id: hall.unit_id, units: [hall.unit_id], area: hall.area_path });
}
