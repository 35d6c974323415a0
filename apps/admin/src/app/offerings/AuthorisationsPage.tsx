import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { authorisationsQuery, type AuthorisationFilter } from '../../features/authorisations/api';
import { AuthorisationList } from '../../features/authorisations/AuthorisationList';
import { EndingBanner } from '../../features/authorisations/EndingBanner';
import { GrantDialog } from '../../features/authorisations/GrantDialog';
import { EveryUnitSelect } from '../../features/organisation/components/EveryUnitSelect';
import { PageHead } from '../../ui/PageHead';

const STANDINGS = ['NOT_BEGUN', 'HOLDS', 'ENDS_SOON', 'EXPIRED', 'REVOKED'] as const;

/** R48, R50: by whose authority the centres decide. */
export function AuthorisationsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [granting, setGranting] = useState(false);
  const filter: AuthorisationFilter = {
    standing: STANDINGS.find((one) => one === search.get('standing')),
    centreUnitId: search.get('centre') ?? undefined,
  };
  const change = (part: AuthorisationFilter) => {
    const { standing, centreUnitId } = { ...filter, ...part };
    const next = {
      ...(standing ? { standing } : {}),
      ...(centreUnitId ? { centre: centreUnitId } : {}),
    };
    setSearch(next, { replace: true });
  };
  const page = useInfiniteQuery(authorisationsQuery(filter));
  const grant = page.data?.pages[0]?.mayGrant && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setGranting(true)}>
      {t('authorisations.grant')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead
        title={t('authorisations.title')}
        note={t('authorisations.intro')}
        actions={grant}
      />
      <EndingBanner onShow={() => change({ standing: 'ENDS_SOON' })} />
      <section className="panel">
        <div className="authorisation-filters" role="search">
          <Select<Dto<'AuthorisationStanding'>>
            allowClear
            aria-label={t('authorisations.standing')}
            placeholder={t('authorisations.anyStanding')}
            value={filter.standing}
            onChange={(standing: Dto<'AuthorisationStanding'> | undefined) => change({ standing })}
            options={STANDINGS.map((one) => ({
              value: one,
              label: t(`authorisations.standings.${one}`),
            }))}
          />
          <EveryUnitSelect
            allowClear
            label={t('authorisations.centre')}
            placeholder={t('authorisations.anyCentre')}
            value={filter.centreUnitId}
            onChange={(centreUnitId) => change({ centreUnitId })}
          />
        </div>
        <AuthorisationList filter={filter} />
      </section>
      {granting && (
        <GrantDialog centreField={<EveryUnitSelect />} onClose={() => setGranting(false)} />
      )}
    </div>
  );
}
