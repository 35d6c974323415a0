import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { SkeletonList } from '../../ui/SkeletonList';
import { useSearchApplicants } from './api/search-applicants';
import { FoundCases } from './components/FoundCases';
import { NumberSearchForm } from './components/NumberSearchForm';

/** Cases by a whole number of the applicant, which stays in this page. */
export function NumberSearch() {
  const { t } = useTranslation();
  const search = useSearchApplicants();
  const found = search.data?.items;
  return (
    <>
      <NumberSearchForm onSearch={search.mutateAsync} onClear={search.reset} found={!!found} />
      {search.isPending && <SkeletonList rows={4} />}
      {!found && !search.isPending && (
        <EmptyState title={t('numberSearch.start')} hint={t('numberSearch.startHint')} />
      )}
      {found && <FoundCases cases={found} />}
    </>
  );
}
