import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { actions } from '../../messages/zh-CN/actions';
import { audit } from '../../messages/zh-CN/audit';

type Entry = Dto<'AuditEntryDto'>;

/** Every action that has a title, such as `case.accept`. */
export const ACTIONS: readonly string[] = Object.entries(actions.action).flatMap(([about, verbs]) =>
  Object.keys(verbs).map((verb) => `${about}.${verb}`),
);

/** Whether a name that the server chose is one that we have a word for; others are shown as they came. */
export function isOneOf<Names extends object>(
  names: Names,
  name: string,
): name is string & keyof Names {
  return Object.hasOwn(names, name);
}

export function actionWords(action: string, t: TFunction): string {
  // The key is put together out of names that the list has; TypeScript cannot follow it there.
  if (ACTIONS.includes(action)) return t(`action.${action}` as 'action.case.read');
  return isOneOf(audit.systemPart, action) ? t(`systemPart.${action}`) : action;
}

/** A person by name, or the part of the system that did it. */
export function actorWords({ accountId, actor }: Pick<Entry, 'accountId' | 'actor'>, t: TFunction) {
  if (accountId || !isOneOf(audit.systemPart, actor)) return actor;
  return t(`systemPart.${actor}`);
}

export function subjectWords(kind: string, t: TFunction): string {
  return isOneOf(audit.subjectKind, kind) ? t(`subjectKind.${kind}`) : kind;
}

/** A chain by its unit; the system has one of its own. */
export function chainWords(chain: string, unitName: string | null | undefined, t: TFunction) {
  return chain === 'system' ? t('audit.systemChain') : (unitName ?? chain);
}
