import type { Dto } from '@yikou/api-client';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { dueWordsOf } from './due-words';
import { Light } from './Light';
import { useNow } from './use-now';

interface Props {
  deadline: Dto<'DeadlineDto'>;
  withLight?: boolean;
}

export function DueWords({ deadline, withLight = false }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const open = deadline.closedAt === null && deadline.state !== 'CANCELLED';
  return (
    <span className="due-words" data-light={open ? deadline.light : undefined}>
      {withLight && open && <Light light={deadline.light} />}
      <span>{dueWordsOf(deadline, now, t, i18n.language)}</span>
      {open && deadline.provisional && <Provisional />}
    </span>
  );
}

/** The year's holidays are not published: the date may still move. */
export function Provisional() {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('due.provisionalHint')}>
      <span className="provisional">{t('due.provisional')}</span>
    </Tooltip>
  );
}
