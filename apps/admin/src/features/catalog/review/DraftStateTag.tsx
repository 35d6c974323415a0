import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';

const TONE = {
  DRAFT: 'primary',
  IN_REVIEW: 'upper',
  RETURNED: 'care',
  APPROVED: 'good',
  PUBLISHED: undefined,
  RETIRED: 'bad',
} as const;

export function DraftStateTag({ state }: { state: Dto<'VersionState'> }) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone={TONE[state]}>
      {t(`draftState.${state}`)}
    </span>
  );
}
