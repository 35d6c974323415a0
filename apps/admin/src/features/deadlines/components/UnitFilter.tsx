import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  name: string | undefined;
  onRemove: () => void;
}

/** Says that the list shows one unit only, and shows all of them again. */
export function UnitFilter({ name, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <p className="board-filter">
      <Button size="small" className="board-filter-tag" onClick={onRemove}>
        {t('board.ownerIs', { unit: name ?? t('board.ownerUnnamed') })}
        <CloseOutlined aria-label={t('board.anyOwner')} />
      </Button>
    </p>
  );
}
