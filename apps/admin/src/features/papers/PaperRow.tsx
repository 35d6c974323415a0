import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { stamp } from '../../ui/time';

interface Props {
  paper: Dto<'PaperDto'>;
  onOpen: () => void;
  onWithdraw: () => void;
}

export function PaperRow({ paper, onOpen, onWithdraw }: Props) {
  const { t } = useTranslation();
  const { title, number, issuedAt, issuedByName, prints, withdrawnAt, withdrawalReason } = paper;
  return (
    <li data-withdrawn={withdrawnAt ? true : undefined}>
      <p className="papers-head">
        <strong>{title}</strong>
        <span className="tag" data-tone={withdrawnAt ? undefined : 'primary'}>
          {withdrawnAt ? <StopOutlined aria-hidden /> : <CheckCircleOutlined aria-hidden />}{' '}
          {t(withdrawnAt ? 'papers.withdrawn' : 'papers.valid')}
        </span>
      </p>
      <p className="number">{number}</p>
      <p className="soft">
        {stamp(issuedAt)} {issuedByName} · {t('papers.prints', { count: prints })}
      </p>
      {withdrawalReason && <p className="soft">{withdrawalReason}</p>}
      <p className="papers-actions">
        {paper.allowedActions.includes('read') && (
          <Button size="small" onClick={onOpen} aria-label={`${t('papers.open')} ${title}`}>
            {t('papers.open')}
          </Button>
        )}
        <a href={paper.verificationPath} target="_blank" rel="noreferrer">
          {t('papers.verify')}
        </a>
        {paper.allowedActions.includes('withdraw') && (
          <Button
            type="link"
            size="small"
            danger
            onClick={onWithdraw}
            aria-label={`${t('papers.withdraw')} ${title}`}
          >
            {t('papers.withdraw')}
          </Button>
        )}
      </p>
    </li>
  );
}
