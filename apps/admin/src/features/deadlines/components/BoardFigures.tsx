import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Light } from '../../../ui/Light';

const ORDER: Dto<'Light'>[] = ['OVERDUE', 'WARNING', 'NORMAL', 'PAUSED'];

interface Props {
  counts: Dto<'DeadlineCountDto'>[];
  chosen: Dto<'Light'> | undefined;
  onChoose: (light: Dto<'Light'> | undefined) => void;
}

/** Four figures; each opens its rows, and closes them again. */
export function BoardFigures({ counts, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const countOf = (light: Dto<'Light'>) => counts.find((one) => one.light === light)?.count ?? 0;
  return (
    <div className="figures">
      {ORDER.map((light) => (
        <button
          key={light}
          type="button"
          className="figure panel"
          data-light={light}
          data-some={countOf(light) > 0}
          aria-pressed={light === chosen}
          onClick={() => onChoose(light === chosen ? undefined : light)}
        >
          <Light light={light} />
          <span className="figure-number number">{countOf(light)}</span>
          <span className="soft">{t(`board.figureNote.${light}`)}</span>
        </button>
      ))}
    </div>
  );
}
