import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { Facts } from '../../ui/Facts';
import { LoadMore } from '../../ui/LoadMore';
import { Mark } from '../../ui/Mark';
import { QueryView } from '../../ui/QueryView';
import { stamp } from '../../ui/time';
import { preregistrationQuery, preregistrationsQuery } from './api';
import { RegisterVisitDialog } from './RegisterVisitDialog';
import './visits.css';

type Row = Dto<'PreregistrationDto'>;
const STATES = ['SENT', 'REGISTERED', 'EXPIRED'] as const;
const LOOK = { SENT: 'WARNING', REGISTERED: 'NORMAL', EXPIRED: 'PAUSED' } as const;

/** R71: what was sent before the visit, opened by its code. */
export function Preregistrations() {
  const { t } = useTranslation();
  const [state, setState] = useState<Row['state'] | undefined>('SENT');
  const [code, setCode] = useState('');
  const [opened, setOpened] = useState<Row>();
  const query = useInfiniteQuery(preregistrationsQuery(code ? { code } : { state }));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="visit-bar" role="search">
        <Input.Search
          allowClear
          maxLength={12}
          aria-label={t('visits.preregistrationCode')}
          placeholder={t('visits.preregistrationCode')}
          onSearch={(text) => setCode(text.trim())}
        />
        <Select<Row['state']>
          allowClear
          aria-label={t('visits.state')}
          placeholder={t('visits.anyState')}
          value={state}
          onChange={(value) => setState(value)}
          options={STATES.map((value) => ({ value, label: t(`visits.sentStates.${value}`) }))}
        />
      </div>
      <QueryView query={query} rows={6}>
        {() =>
          rows.length === 0 ? (
            <EmptyState
              title={t('visits.noPreregistrations')}
              hint={t('visits.noPreregistrationsHint')}
            />
          ) : (
            <>
              <DataList
                label={t('visits.preregistrations')}
                rows={rows}
                columns={columnsOf(t)}
                rowKey={({ id }) => id}
                onOpen={setOpened}
              />
              <LoadMore
                shown={rows.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {opened && <Opened row={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

const columnsOf = (t: TFunction): Column<Row>[] => [
  {
    key: 'code',
    title: t('visits.preregistrationCode'),
    width: 180,
    phone: 'head',
    numeric: true,
    render: ({ code, applicantName }) => (
      <>
        <span className="cell-main">{code}</span>
        <div className="cell-sub">{applicantName}</div>
      </>
    ),
  },
  { key: 'item', title: t('visits.item'), render: ({ itemName }) => itemName },
  {
    key: 'files',
    title: t('visits.files'),
    width: 90,
    numeric: true,
    render: ({ fileCount }) => fileCount,
  },
  {
    key: 'sent',
    title: t('visits.sentAt'),
    width: 230,
    numeric: true,
    render: ({ sentAt, lastDay }) => (
      <div>
        {stamp(sentAt)}
        <div className="cell-sub">{t('visits.lastDay', { day: lastDay })}</div>
      </div>
    ),
  },
  {
    key: 'state',
    title: t('visits.state'),
    width: 120,
    render: ({ state }) => <Mark look={LOOK[state]}>{t(`visits.sentStates.${state}`)}</Mark>,
  },
];

function Opened({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(preregistrationQuery(row.id));
  const [registering, setRegistering] = useState(false);
  return (
    <Drawer open size={520} title={t('visits.opened', { code: row.code })} onClose={onClose}>
      <QueryView query={query} rows={6}>
        {(found) => (
          <>
            <Facts
              facts={[
                [t('visits.item'), found.itemName],
                [t('visits.applicant'), found.applicantName],
                [t('visits.identity'), found.identityNumber],
                [t('visits.telephone'), found.telephone],
                [t('visits.address'), found.address],
              ]}
            />
            <h3>{t('visits.files')}</h3>
            <ul className="route-list">
              {found.materials.map((material) => (
                <Material key={material.position} id={row.id} material={material} />
              ))}
            </ul>
            {found.mayRegister && (
              <Button type="primary" block onClick={() => setRegistering(true)}>
                {t('visits.register')}
              </Button>
            )}
            {registering && (
              <RegisterVisitDialog
                kind="preregistrations"
                id={row.id}
                itemCode={row.itemCode}
                itemName={row.itemName}
                sent={found.materials.flatMap(({ position, files }) =>
                  files.length > 0 ? [position] : [],
                )}
                onClose={() => setRegistering(false)}
              />
            )}
          </>
        )}
      </QueryView>
    </Drawer>
  );
}

function Material({ id, material }: { id: string; material: Dto<'OpenedMaterialDto'> }) {
  const { t } = useTranslation();
  const { position, name, files } = material;
  return (
    <li>
      <span className="number">{position + 1}</span>
      <div>
        <p>{name}</p>
        {files.length === 0 && <p className="soft">{t('visits.noFile')}</p>}
        {files.map((file) => (
          <p key={file.id}>
            <a href={`/api/v1/hall/preregistrations/${id}/files/${file.id}`} download>
              {file.name}
            </a>
          </p>
        ))}
      </div>
    </li>
  );
}
