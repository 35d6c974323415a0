import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';

export function GuideMaterials({ materials }: { materials: Dto<'MaterialDto'>[] }) {
  const { t } = useTranslation();
  if (materials.length === 0) return null;
  return (
    <Panel title={t('guide.materials')}>
      <ol className="guide-materials">
        {materials.map(({ name, form, copies, required, note }) => (
          <li key={name}>
            <p>
              <strong>{name}</strong>{' '}
              <span className="tag" data-tone={required ? 'primary' : undefined}>
                {t(required ? 'guide.required' : 'guide.optional')}
              </span>
            </p>
            <p className="soft">
              {t('guide.copies', { form: t(`form.${form}`), count: copies })}
              {note && `。${note}`}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
