import { SearchOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { words } from '../../../messages/zh-CN/words';
import type { CaseFilter } from '../api/cases';

const CHANNELS = Object.keys(words.channel) as Dto<'CaseChannel'>[];
const STATES = Object.keys(words.state) as Dto<'CaseState'>[];

interface Props {
  filter: CaseFilter;
  onChange: (change: Partial<Record<keyof CaseFilter, string | undefined>>) => void;
}

export function CaseFilters({ filter: { state, channel, number = '' }, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="case-filters" role="search">
      <NumberFilter key={number} value={number} onChange={(value) => onChange({ number: value })} />
      <Select<Dto<'CaseState'>>
        allowClear
        aria-label={t('cases.state')}
        placeholder={t('cases.anyState')}
        value={state}
        onChange={(value) => onChange({ state: value })}
        options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <Select<Dto<'CaseChannel'>>
        allowClear
        aria-label={t('cases.channel')}
        placeholder={t('cases.anyChannel')}
        value={channel}
        onChange={(value) => onChange({ channel: value })}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
    </div>
  );
}

function NumberFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  return (
    <Input
      allowClear
      inputMode="numeric"
      maxLength={30}
      prefix={<SearchOutlined />}
      aria-label={t('cases.number')}
      placeholder={t('cases.number')}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (!event.target.value) onChange('');
      }}
      onPressEnter={() => onChange(text.trim())}
      onBlur={() => text.trim() !== value && onChange(text.trim())}
    />
  );
}
