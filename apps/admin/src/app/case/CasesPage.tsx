import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../features/identity/api/me';
import { NumberSearch } from '../../features/intake/NumberSearch';
import { CaseSearch } from '../../features/workflow/CaseSearch';
import { PageHead } from '../../ui/PageHead';
import { worksOnCases } from './works-on-cases';

const WAYS = ['byFilter', 'byNumber'] as const;

/** Cases by themselves, or by the number of an applicant for whoever works on cases. */
export function CasesPage() {
  const { t } = useTranslation();
  const { data: account } = useQuery(meQuery);
  const [way, setWay] = useState<(typeof WAYS)[number]>('byFilter');
  const choice = account && worksOnCases(account);
  return (
    <div className="page">
      <PageHead title={t('cases.title')} />
      <section className="panel">
        {choice && (
          <Tabs
            className="panel-tabs"
            activeKey={way}
            onChange={(key) => setWay(WAYS.find((one) => one === key) ?? 'byFilter')}
            items={WAYS.map((key) => ({ key, label: t(`numberSearch.${key}`) }))}
          />
        )}
        {choice && way === 'byNumber' ? <NumberSearch /> : <CaseSearch />}
      </section>
    </div>
  );
}
