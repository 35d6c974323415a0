import type { Dto } from '@yikou/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Unsaid } from './Unsaid';

interface Props {
  materials: Dto<'StandardMaterialDto'>[];
  beside?: ((field: string) => ReactNode) | undefined;
}

export function MaterialsView({ materials, beside }: Props) {
  const { t } = useTranslation();
  if (materials.length === 0) return <Unsaid />;
  return (
    <ol className="standard-materials">
      {materials.map((material, index) => (
        <li key={`${index}-${material.name}`}>
          <p>
            <strong>
              {index + 1}. {material.name}
            </strong>{' '}
            <span className="tag" data-tone={material.required ? 'primary' : undefined}>
              {t(material.required ? 'guide.required' : 'guide.optional')}
            </span>{' '}
            {material.reusable && (
              <span className="tag">{t('standardField.materials_reusable')}</span>
            )}
            {beside?.(`materials.${index}`)}
          </p>
          <p className="soft">{wordsOf(material).join('。')}</p>
        </li>
      ))}
    </ol>
  );

  function wordsOf({ form, copies, note, source, sampleFile, blankForm }: (typeof materials)[0]) {
    return [
      t('guide.copies', { form: t(`form.${form}`), count: copies }),
      note,
      source && `${t('standardField.materials_source')}：${source}`,
      sampleFile && `${t('standardField.materials_sampleFile')}：${sampleFile}`,
      blankForm && `${t('standardField.materials_blankForm')}：${blankForm}`,
    ].filter(Boolean);
  }
}
