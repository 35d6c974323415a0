import type { Dto } from '@yikou/api-client';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** Any two versions, the one in the making among them, to be laid side by side. */
export function PickTwo({ entry }: { entry: Dto<'CatalogEntryDto'> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const options = [
    ...(entry.draft
      ? [{ value: entry.draft.id, label: t('compare.inMaking', { number: entry.draft.number }) }]
      : []),
    ...entry.versions.map(({ id, number, effectiveFrom }) => ({
      value: id,
      label: t('compare.published', { number, date: effectiveFrom }),
    })),
  ];
  const [to, setTo] = useState(options[0]?.value);
  const [from, setFrom] = useState(options[1]?.value);
  if (options.length < 2) return <p className="soft">{t('entry.oneOnly')}</p>;
  return (
    <div className="pick-two">
      <Select
        aria-label={t('entry.compareFrom')}
        options={options}
        value={from}
        onChange={setFrom}
      />
      <Select aria-label={t('entry.compareTo')} options={options} value={to} onChange={setTo} />
      <Button
        disabled={!from || !to || from === to}
        onClick={() => void navigate(`/catalog/compare?from=${from}&to=${to}`)}
      >
        {t('entry.compare')}
      </Button>
    </div>
  );
}
