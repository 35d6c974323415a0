import type { Dto } from '@yikou/api-client';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ExceptionList } from '../../features/offerings/components/ExceptionList';
import { HallList } from '../../features/offerings/components/HallList';
import { PageHead } from '../../ui/PageHead';

const KINDS = ['CENTRE', 'STATION'] as const;

/** R44: all halls side by side, and what is asked of the district's office. */
export function CoveragePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((one) => one === search.get('kind'));
  return (
    <div className="page">
      <PageHead title={t('coverage.title')} note={t('coverage.intro')} />
      <section className="panel">
        <div className="offering-filters" role="search">
          <Select<Dto<'HallKind'>>
            allowClear
            aria-label={t('coverage.kind')}
            placeholder={t('coverage.anyKind')}
            value={kind}
            onChange={(next: Dto<'HallKind'> | undefined) =>
              setSearch(next ? { kind: next } : {}, { replace: true })
            }
            options={KINDS.map((one) => ({ value: one, label: t(`coverage.kinds.${one}`) }))}
          />
        </div>
        <HallList kind={kind} />
      </section>
      <ExceptionList />
    </div>
  );
}
