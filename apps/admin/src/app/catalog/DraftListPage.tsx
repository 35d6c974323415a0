import { DraftsPage } from '../../features/catalog/DraftsPage';
import { DepartmentSelect } from '../../features/organisation/components/DepartmentSelect';

/** All versions in the making; a book that is imported is given to a department for review. */
export function DraftListPage() {
  return <DraftsPage reviewerField={<DepartmentSelect />} />;
}
