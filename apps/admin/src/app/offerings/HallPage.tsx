import { CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { coverageQuery } from '../../features/offerings/api/halls';
import { CoveragePanel } from '../../features/offerings/components/CoveragePanel';
import { CloneDialog } from '../../features/offerings/components/CloneDialog';
import { ExceptionList } from '../../features/offerings/components/ExceptionList';
import { OfferDialog } from '../../features/offerings/components/OfferDialog';
import { OfferingList } from '../../features/offerings/components/OfferingList';
import { EveryUnitSelect } from '../../features/organisation/components/EveryUnitSelect';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';

/** One hall: what should enter it, what has, and what stands behind it. */
export function HallPage() {
  const { unitId = '' } = useParams();
  const coverage = useQuery(coverageQuery(unitId));
  return (
    <div className="page">
      <QueryView query={coverage} rows={10}>
        {(found) => <Hall coverage={found} />}
      </QueryView>
    </div>
  );
}

function Hall({ coverage }: { coverage: Dto<'EntryCoverageDto'> }) {
  const { t } = useTranslation();
  const { unitId, unitName, mayManage, mayClone, themes } = coverage;
  const [offering, setOffering] = useState<{ itemCode?: string }>();
  const [cloning, setCloning] = useState(false);
  const offer = mayManage && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOffering({})}>
      {t('offering.offer')}
    </Button>
  );
  const clone = mayClone && (
    <Button icon={<CopyOutlined aria-hidden />} onClick={() => setCloning(true)}>
      {t('clone.open')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={unitName}
        crumbs={[{ label: t('coverage.title'), to: '/offerings' }, { label: unitName }]}
        actions={
          <>
            {clone}
            {offer}
          </>
        }
      />
      <CoveragePanel coverage={coverage} onOffer={(itemCode) => setOffering({ itemCode })} />
      <OfferingList unitId={unitId} themes={themes.map(({ theme }) => theme)} action={null} />
      <ExceptionList unitId={unitId} />
      {offering && (
        <OfferDialog
          {...offering}
          unitId={unitId}
          sectionField={<EveryUnitSelect allowClear placeholder={t('offering.section')} />}
          onClose={() => setOffering(undefined)}
        />
      )}
      {cloning && <Cloning unitId={unitId} onClose={() => setCloning(false)} />}
    </>
  );
}

function Cloning({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [target, setTarget] = useState<string>();
  return (
    <CloneDialog
      sourceUnitId={unitId}
      targetUnitId={target}
      targetField={
        <EveryUnitSelect
          label={t('clone.target')}
          placeholder={t('clone.target')}
          value={target}
          onChange={setTarget}
        />
      }
      onClose={onClose}
    />
  );
}
