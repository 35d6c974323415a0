import type { Dto } from '@yikou/api-client';
import { Button, Drawer, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../../ui/Facts';
import { stamp } from '../../../ui/time';
import { useReturnFocus } from '../../../ui/use-return-focus';
import type { EntryFilter } from '../api/entries';
import { actionWords, actorWords, chainWords, subjectWords } from '../entry-words';
import { EntryChanges } from './EntryChanges';

interface Props {
  entry: Dto<'AuditEntryDto'>;
  onNarrow: (filter: EntryFilter) => void;
  onClose: () => void;
}

const WIDTH = 560;

/** One entry as a whole: who, what, from where, and what was different afterwards. */
export function EntryDrawer({ entry, onNarrow, onClose }: Props) {
  const { t } = useTranslation();
  const { accountId, subjectId, subjectKind } = entry;
  useReturnFocus();
  return (
    <Drawer open onClose={onClose} size={WIDTH} title={actionWords(entry.action, t)}>
      <EntryFacts entry={entry} />
      <p className="panel-actions">
        {accountId && (
          <Button onClick={() => onNarrow({ accountId })}>{t('audit.onlyActor')}</Button>
        )}
        {subjectId && (
          <Button onClick={() => onNarrow({ subjectId })}>{t('audit.onlySubject')}</Button>
        )}
        {subjectKind === 'case' && (
          <Link to={`/cases/${subjectId}`}>
            <Button>{t('audit.openCase')}</Button>
          </Link>
        )}
      </p>
      <h3 className="entry-head">{t('audit.changes')}</h3>
      <EntryChanges changes={entry.changes} />
    </Drawer>
  );
}

function EntryFacts({ entry }: { entry: Dto<'AuditEntryDto'> }) {
  const { t } = useTranslation();
  const { subjectKind, subjectId, traceId, hash } = entry;
  const copied = (text: string | null, words: string) =>
    text && (
      <Typography.Text className="entry-code" copyable={{ text, tooltips: [words, null] }}>
        {text}
      </Typography.Text>
    );
  return (
    <Facts
      facts={[
        [t('audit.at'), stamp(entry.at)],
        [t('audit.actor'), actorWords(entry, t)],
        [t('audit.unit'), entry.unitName ?? t('audit.system')],
        [t('audit.address'), entry.address],
        [
          t('audit.subject'),
          subjectKind && `${subjectWords(subjectKind, t)} ${subjectId ?? ''}`.trim(),
        ],
        [t('audit.reason'), entry.reason],
        [
          t('audit.place'),
          t('audit.placeWords', {
            chain: chainWords(entry.chain, entry.unitName, t),
            seq: entry.seq,
          }),
        ],
        [t('audit.trace'), copied(traceId, t('audit.copyTrace'))],
        [t('audit.hash'), copied(hash, t('audit.copyHash'))],
      ]}
    />
  );
}
