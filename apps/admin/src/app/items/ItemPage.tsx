import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { itemQuery } from '../../features/catalog/api/item';
import { Guide } from '../../features/catalog/components/Guide';
import { nameOf } from '../../features/catalog/item-name';
import { meQuery } from '../../features/identity/api/me';
import { PageHead } from '../../ui/PageHead';
import { Qr } from '../../ui/Qr';
import { QueryView } from '../../ui/QueryView';
import { PathTag } from '../../ui/Tags';

export function ItemPage() {
  const { t, i18n } = useTranslation();
  const { code = '' } = useParams();
  const item = useQuery(itemQuery(code));
  const me = useQuery(meQuery);
  const atCounter = me.data?.areasOfWork.includes('DESK') ?? false;
  return (
    <div className="page guide-page">
      <QueryView query={item} rows={12}>
        {(data) => (
          <>
            <PageHead
              title={nameOf(data, i18n.language)}
              beside={<PathTag path={data.path} />}
              note={t('guide.version', { number: data.versionNumber, date: data.effectiveFrom })}
              crumbs={[{ label: t('items.title'), to: '/items' }, { label: data.theme }]}
              actions={
                <>
                  <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                    {t('guide.print')}
                  </Button>
                  {atCounter && (
                    <Link to={`/desk?item=${data.code}`}>
                      <Button type="primary">{t('items.take')}</Button>
                    </Link>
                  )}
                </>
              }
            />
            <div className="guide-columns">
              <div className="guide-main">
                <Guide item={data} />
              </div>
              <aside className="panel guide-side">
                <Qr path={`/items/${data.code}`} label={t('guide.qr')} />
              </aside>
            </div>
          </>
        )}
      </QueryView>
    </div>
  );
}
