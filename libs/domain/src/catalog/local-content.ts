import { catalogError } from './errors.js';
import { labelOfPart } from './standard-fields.js';

/** What each centre fills in for itself (本地内容); all the rest is the same in every street. */
export const LOCAL_CONTENT = {
  address: '办理地点',
  telephone: '咨询电话',
  openingHours: '办理时间',
  counters: '办理窗口',
} as const;
export type LocalField = keyof typeof LOCAL_CONTENT;

/** R34: name, conditions, steps and the promised limit may differ in no street. */
function isCore(field: string): boolean {
  return /^(name|conditions|steps|limits)(\.|$)/.test(field) && !field.startsWith('limits.stat');
}

/**
 * R34: a centre changes its local content and nothing of the standard.
 *
 * @param change the fields that somebody wants to change at an offering
 * @throws DomainError `catalog.core_content_locked` naming every locked field (409), or
 *   `catalog.not_local_content` for fields that are neither
 */
export function onlyLocalContentChanges(change: Readonly<Record<string, unknown>>): void {
  const others = Object.keys(change).filter((field) => !Object.hasOwn(LOCAL_CONTENT, field));
  const locked = others.filter((field) => labelOfPart(field) !== null);
  if (locked.length > 0) {
    const names = locked.map((field) => labelOfPart(field) ?? field);
    const fields = locked.map((field, i) => ({
      field,
      code: 'catalog.core_content_locked',
      detail: `${names[i]}${isCore(field) ? '（核心内容）' : ''}由全区标准统一规定。`,
    }));
    throw catalogError('catalog.core_content_locked', `不能修改：${names.join('、')}`, fields);
  }
  if (others.length === 0) return;
  throw catalogError(
    'catalog.not_local_content',
    others.join('、'),
    others.map((field) => ({ field, code: 'field.unknown', detail: `没有${field}这个栏目。` })),
  );
}
