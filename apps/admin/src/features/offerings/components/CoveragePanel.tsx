import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import { CoverageBar } from './CoverageBar';
import { ExceptionDialog } from './ExceptionDialog';

interface Props {
  coverage: Dto<'EntryCoverageDto'>;
  onOffer: (code: string) => void;
}

/** R44, R46: the hall as a whole and theme by theme; what is missing, with what can be done about it. */
export function CoveragePanel({ coverage, onOffer }: Props) {
  const { t } = useTranslation();
  const [excepting, setExcepting] = useState<Dto<'MissingItemDto'>>();
  const { themes, missing, mayManage, featured, unitId } = coverage;
  return (
    <>
      <Panel title={t('coverage.byTheme')}>
        <dl className="coverage-whole">
          <dt>{t('coverage.whole')}</dt>
          <dd>
            <CoverageBar {...coverage} />
          </dd>
        </dl>
        <dl className="coverage-themes">
          {themes.map((theme) => (
            <div key={theme.theme}>
              <dt>{theme.theme}</dt>
              <dd>
                <CoverageBar {...theme} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="soft panel-actions">
          {missing.length === 0 && t('coverage.allEntered')}
          {featured > 0 && <span>{t('coverage.featured', { count: featured })}</span>}
        </p>
      </Panel>
      {missing.length > 0 && (
        <Panel title={t('coverage.missingTitle')}>
          <ul className="missing-list">
            {missing.map((item) => (
              <li key={item.code}>
                <span>
                  {item.name} <span className="soft number">{item.code}</span>
                </span>
                {mayManage && (
                  <span className="tags">
                    <Button size="small" onClick={() => onOffer(item.code)}>
                      {t('offering.offer')}
                    </Button>
                    <Button size="small" onClick={() => setExcepting(item)}>
                      {t('exception.request')}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {excepting && (
        <ExceptionDialog unitId={unitId} item={excepting} onClose={() => setExcepting(undefined)} />
      )}
    </>
  );
}
