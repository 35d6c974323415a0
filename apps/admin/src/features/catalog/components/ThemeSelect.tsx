import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { themesQuery } from '../api/themes';

interface Props {
  offeredBy?: string | undefined;
  value: string | undefined;
  onChange: (theme: string | undefined) => void;
}

export function ThemeSelect({ offeredBy, value, onChange }: Props) {
  const { t } = useTranslation();
  const themes = useQuery(themesQuery(offeredBy));
  return (
    <Select<string>
      className="theme-select"
      allowClear
      showSearch
      aria-label={t('finder.themes')}
      placeholder={t('finder.allThemes')}
      loading={themes.isPending}
      value={value}
      onChange={(theme) => onChange(theme)}
      options={themes.data?.items.map(({ theme, count }) => ({
        value: theme,
        label: `${theme}（${count}）`,
      }))}
    />
  );
}
