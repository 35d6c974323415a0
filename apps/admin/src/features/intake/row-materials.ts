import type { Dto } from '@yikou/api-client';
import type { RowMaterial } from './components/MaterialRow';

/** The checklist of an item, before there is a case. */
export function draftRows(
  materials: readonly Dto<'MaterialDto'>[],
  received: ReadonlySet<number>,
): RowMaterial[] {
  return materials.map((material, position) => ({
    ...material,
    position,
    received: received.has(position),
    files: [],
  }));
}

export function caseRows(
  caseId: string,
  materials: readonly Dto<'CaseMaterialDto'>[],
): RowMaterial[] {
  return materials.map((material) => ({
    ...material,
    files: material.files.map(({ id, name }) => ({
      id,
      name,
      href: `/api/v1/cases/${caseId}/files/${id}`,
    })),
  }));
}
