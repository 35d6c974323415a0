import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { limitWords } from '../../../ui/limit-words';
import { PathTag } from '../../../ui/Tags';
import { nameOf } from '../item-name';

interface Props {
  id: string;
  item: Dto<'ItemSummaryDto'>;
  active: boolean;
  selected: boolean;
  onPick: () => void;
}

export function ItemOption({ id, item, active, selected, onPick }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      data-active={active || undefined}
      className="finder-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      title={item.code}
    >
      <span className="finder-name">{nameOf(item, i18n.language)}</span>
      <span className="finder-facts">
        <PathTag path={item.path} />
        <span>{item.theme}</span>
        <span>{limitWords(item.promisedDays, item.dayUnit, t)}</span>
      </span>
    </li>
  );
}
