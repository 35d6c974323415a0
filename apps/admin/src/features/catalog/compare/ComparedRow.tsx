import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { valueWords } from '../standard/words';
import { changedPart } from './changed-part';

type Difference = Dto<'DifferenceDto'>;

const TONE = {
  ADDED: 'good',
  REMOVED: 'bad',
  CHANGED: 'care',
  MOVED: 'primary',
  SAME: undefined,
} as const;

/** One element on both sides; what kind of difference it is stands there in words. */
export function ComparedRow({ row }: { row: Difference }) {
  const { t } = useTranslation();
  const [before, after] = wordsOfBoth(row, t);
  return (
    <tr data-kind={row.kind}>
      <th scope="row">
        {row.label}
        <span className="tags">
          <span className="tag" data-tone={TONE[row.kind]}>
            {t(`compare.kind.${row.kind}`)}
          </span>
          {row.core && (
            <span className="tag" data-tone="upper" title={t('standardWords.coreNote')}>
              {t('standardWords.core')}
            </span>
          )}
        </span>
      </th>
      <td data-label={t('compare.from')}>
        <Side kind={row.kind} text={before} other={after} />
      </td>
      <td data-label={t('compare.to')}>
        <Side kind={row.kind} text={after} other={before} isAfter />
      </td>
    </tr>
  );
}

function wordsOfBoth({ path, kind, before, after }: Difference, t: TFunction): [string, string] {
  if (kind === 'MOVED') {
    return [
      t('compare.place', { count: Number(before) }),
      t('compare.place', { count: Number(after) }),
    ];
  }
  const field = fieldOf(path);
  return [valueWords(field, before, t), valueWords(field, after, t)];
}

/** The name by which the words of a value are found: the last of the path, or the list itself. */
function fieldOf(path: string): string {
  const list = /^([^[]+)\[.*\](?:\.(\w+))?$/s.exec(path);
  return list ? (list[2] ?? list[1] ?? path) : (path.split('.').at(-1) ?? path);
}

interface SideProps {
  kind: Difference['kind'];
  text: string;
  other: string;
  isAfter?: boolean;
}

function Side({ kind, text, other, isAfter = false }: SideProps) {
  const { t } = useTranslation();
  if (text === '') return <span className="soft">{t('compare.blank')}</span>;
  if (kind !== 'CHANGED' || other === '') return <span className="compared-text">{text}</span>;
  const { head, changed, tail } = changedPart(text, other);
  const Mark = isAfter ? 'ins' : 'del';
  return (
    <span className="compared-text">
      {head}
      {changed && <Mark>{changed}</Mark>}
      {tail}
    </span>
  );
}
