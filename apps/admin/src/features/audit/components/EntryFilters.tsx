import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import type { EntryFilter } from '../api/entries';
import { ACTIONS, actionWords } from '../entry-words';

interface Props {
  filter: EntryFilter;
  onChange: (change: EntryFilter) => void;
  /** The unit, which the organisation knows. */
  place: ReactNode;
  /** Whose entries are shown, where it is one person's only. */
  actor: string | undefined;
}

export function EntryFilters({ filter, onChange, place, actor }: Props) {
  const { t } = useTranslation();
  return (
    <div className="entry-filters" role="search">
      <DayPicker
        label={t('audit.from')}
        placeholder={t('audit.from')}
        value={filter.from}
        onChange={(from) => onChange({ from })}
      />
      <DayPicker
        label={t('audit.until')}
        placeholder={t('audit.until')}
        value={filter.until}
        onChange={(until) => onChange({ until })}
      />
      <Select<string>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        value={filter.action}
        onChange={(action) => onChange({ action })}
        options={ACTIONS.map((value) => ({ value, label: actionWords(value, t) }))}
      />
      {place}
      <Input
        allowClear
        maxLength={64}
        aria-label={t('audit.subjectId')}
        placeholder={t('audit.subjectId')}
        value={filter.subjectId ?? ''}
        onChange={(event) => onChange({ subjectId: event.target.value.trim() })}
      />
      {actor !== undefined && (
        <p className="entry-actor">
          <Button size="small" onClick={() => onChange({ accountId: undefined })}>
            {t('audit.actorIs', { name: actor })}
            <CloseOutlined aria-label={t('audit.anyActor')} />
          </Button>
        </p>
      )}
    </div>
  );
}
