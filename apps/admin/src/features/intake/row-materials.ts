import type { Dto } from '@yikou/api-client';
import type { RowMaterial } from './components/MaterialRow';

/** What the page can show; everything else is downloaded. */
const SHOWN_AS: Record<string, 'pdf' | 'image'> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
};

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
    files: material.files.map(({ id, name, mediaType }) => ({
      id,
      name,
      href: `/api/v1/cases/${caseId}/files/${id}`,
      shownAs: SHOWN_AS[mediaType] ?? null,
    })),
  }));
}
