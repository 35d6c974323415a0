import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { POSTED_CHANNELS, type PublicationFilter } from '../api/publications';

interface Props {
  filter: PublicationFilter;
  onChange: (part: PublicationFilter) => void;
  /** The centre or station, which the organisation knows; for who sees more than one. */
  place: ReactNode;
}

const STATES = ['MISSING', 'STALE', 'CURRENT'] as const;

export function PublicationFilters({ filter, onChange, place }: Props) {
  const { t } = useTranslation();
  return (
    <div className="publication-filters" role="search">
      {place}
      <Select
        allowClear
        aria-label={t('publications.channel')}
        placeholder={t('publications.anyChannel')}
        value={filter.channel}
        onChange={(channel) => onChange({ channel })}
        options={POSTED_CHANNELS.map((value) => ({
          value,
          label: t(`publications.channelWords.${value}`),
        }))}
      />
      <Select
        allowClear
        aria-label={t('publications.state')}
        placeholder={t('publications.anyState')}
        value={filter.state}
        onChange={(state) => onChange({ state })}
        options={STATES.map((value) => ({ value, label: t(`publications.stateWords.${value}`) }))}
      />
    </div>
  );
}
