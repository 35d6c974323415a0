import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../features/identity/api/me';
import { LISTS, type ListName } from '../../features/reception/api/consultations';
import { ConsultationList } from '../../features/reception/components/ConsultationList';
import { QueuePanel } from '../../features/reception/components/QueuePanel';
import { RecordPanel } from '../../features/reception/components/RecordPanel';
import '../../features/reception/components/reception.css';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { ItemSelect } from './ItemSelect';

const ASKED_AT = ['GUIDE', 'CLERK', 'CENTRE_ADMINISTRATOR'];

/** The guide desk: what is asked and whose duty it is, beside who waits. */
export function ReceptionPage() {
  const { t } = useTranslation();
  const { data: account } = useQuery(meQuery);
  if (!account) return null;
  const isAsked = account.roles.some((role) => ASKED_AT.includes(role));
  return (
    <div className="page">
      <PageHead title={t('reception.title')} note={t('reception.intro')} />
      {isAsked ? (
        <>
          <div className="reception-columns">
            <Panel title={t('reception.record')}>
              <RecordPanel itemField={<ItemSelect unitId={account.unit.id} />} />
            </Panel>
            <Panel title={t('queue.title')}>
              <QueuePanel />
            </Panel>
          </div>
          <Consultations />
        </>
      ) : (
        <Panel title={t('reception.lists.DUTIES')} flush>
          <ConsultationList show="DUTIES" />
        </Panel>
      )}
    </div>
  );
}

function Consultations() {
  const { t } = useTranslation();
  const [show, setShow] = useState<ListName>('DUTIES');
  return (
    <section className="panel" aria-label={t('reception.title')}>
      <div className="panel-body">
        <Tabs
          activeKey={show}
          onChange={(key) => setShow(key as ListName)}
          items={LISTS.map((key) => ({ key, label: t(`reception.lists.${key}`) }))}
        />
      </div>
      <ConsultationList show={show} />
    </section>
  );
}
