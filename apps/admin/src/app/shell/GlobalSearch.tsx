import { SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { casesQuery } from '../../features/workflow/api/cases';
import { Kbd } from '../../ui/Kbd';
import { useHotkeys } from '../../ui/use-hotkeys';

const CASE_NUMBER = /^\d{9,30}$/;

/** A row of digits is a case number; anything else looks for an item. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  useHotkeys({ '/': () => input.current?.focus({ cursor: 'all' }) });

  const openCase = async (number: string) => {
    const found = await client.infiniteQuery(casesQuery({ number })).catch(() => undefined);
    const cases = found?.pages[0]?.items ?? [];
    const only = cases.length === 1 ? cases[0] : undefined;
    await navigate(only ? `/cases/${only.id}` : `/cases?number=${number}`);
  };
  const search = async () => {
    const wanted = text.trim();
    if (!wanted) return;
    if (CASE_NUMBER.test(wanted)) await openCase(wanted);
    else await navigate(`/items?q=${encodeURIComponent(wanted)}`);
    setText('');
    input.current?.blur();
  };
  return (
    <Input
      ref={input}
      className="top-search"
      prefix={<SearchOutlined />}
      suffix={<Kbd>/</Kbd>}
      placeholder={t('top.search')}
      aria-label={t('top.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => void search()}
    />
  );
}
