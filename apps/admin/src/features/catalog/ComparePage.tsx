import { SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button, Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';
import { differencesQuery } from './api/differences';
import { versionContentQuery } from './api/version-content';
import { CompareView } from './compare/CompareView';

/** Which two, and whether all of it, lives in the address: a comparison can be sent to somebody. */
export function ComparePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [from, to] = [search.get('from'), search.get('to')];
  return (
    <div className="page">
      {from && to ? (
        <Comparison key={`${from} ${to}`} from={from} to={to} />
      ) : (
        <>
          <PageHead title={t('compare.title')} />
          <EmptyState title={t('compare.choose')} />
        </>
      )}
    </div>
  );
}

function Comparison({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const all = search.get('show') === 'all';
  const one = useQuery(versionContentQuery(from));
  const other = useQuery(versionContentQuery(to));
  const compared = useQuery(differencesQuery(from, to, all));
  const show = (what: 'all' | 'differences') =>
    setSearch({ from, to, ...(what === 'all' ? { show: what } : {}) }, { replace: true });
  const code = other.data?.code;
  return (
    <>
      <PageHead
        title={t('compare.title')}
        note={other.data?.standard.name}
        crumbs={[
          { label: t('listing.title'), to: '/catalog' },
          { label: code ?? '…', ...(code ? { to: `/catalog/items/${code}` } : {}) },
        ]}
        actions={
          <Button
            icon={<SwapOutlined aria-hidden />}
            onClick={() => setSearch({ from: to, to: from }, { replace: true })}
          >
            {t('compare.swap')}
          </Button>
        }
      />
      <QueryView query={compared} rows={12}>
        {({ items }) => (
          <>
            <div className="compare-sum">
              <span role="status">{sumOf(items, t)}</span>
              <Segmented<'all' | 'differences'>
                value={all ? 'all' : 'differences'}
                onChange={show}
                options={[
                  { value: 'differences', label: t('compare.onlyDifferences') },
                  { value: 'all', label: t('compare.all') },
                ]}
              />
            </div>
            {items.length === 0 ? (
              <EmptyState title={t('compare.none')} hint={t('compare.noneHint')} />
            ) : (
              <CompareView
                rows={items}
                from={nameOf(one.data, t) ?? t('compare.from')}
                to={nameOf(other.data, t) ?? t('compare.to')}
              />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function sumOf(items: Dto<'DifferenceDto'>[], t: TFunction): string {
  const differences = items.filter(({ kind }) => kind !== 'SAME');
  const core = differences.filter((one) => one.core).length;
  return t('compare.count', { count: differences.length, core });
}

function nameOf(version: Dto<'VersionContentDto'> | undefined, t: TFunction): string | undefined {
  if (!version) return undefined;
  const { number, effectiveFrom } = version;
  return effectiveFrom
    ? t('compare.published', { number, date: effectiveFrom })
    : t('compare.inMaking', { number });
}
