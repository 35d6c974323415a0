import { CheckCircleFilled, PrinterOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CaseStages } from '../../features/workflow/components/CaseStages';
import { VerbButtons } from '../../features/workflow/components/VerbButtons';
import { DueWords } from '../../ui/DueWords';
import { Kbd } from '../../ui/Kbd';
import { mainDeadlineOf } from '../../ui/main-deadline';
import { PathTag, StateTag } from '../../ui/Tags';
import { intakeFields } from '../verb-fields';

interface Props {
  subject: Dto<'CaseDto'>;
  receiver: string | undefined;
  onNext: () => void;
}

/** The case at the counter: number, due date in words, the verbs, and the way out to the next one. */
export function DeskCase({ subject, receiver, onNext }: Props) {
  const { t } = useTranslation();
  const deadline = mainDeadlineOf(subject.deadlines);
  return (
    <div className="desk-case">
      <div className="desk-success" data-state={subject.state} role="status">
        <CheckCircleFilled />
        <div>
          <p className="desk-success-title">
            {t(`state.${subject.state}`)}
            <PathTag path={subject.path} />
          </p>
          <Typography.Text
            className="desk-number number"
            copyable={{ text: subject.number, tooltips: [t('case.copyNumber'), null] }}
          >
            {subject.number}
          </Typography.Text>
        </div>
      </div>
      {deadline && (
        <div className="desk-due">
          <span className="soft">{t(`deadlineKind.${deadline.kind}`)}</span>
          <DueWords deadline={deadline} withLight />
        </div>
      )}
      <VerbButtons
        subject={subject}
        fields={intakeFields}
        immediate={['accept', 'transfer', 'issue', 'claim']}
        {...(receiver ? { initial: { deliver: { receiver } } } : {})}
      />
      <div className="desk-out">
        <Link to={`/cases/${subject.id}/receipt`} target="_blank">
          <Button block icon={<PrinterOutlined />}>
            {t('desk.printReceipt')}
          </Button>
        </Link>
        <Link to={`/cases/${subject.id}`}>
          <Button block>{t('desk.openCase')}</Button>
        </Link>
        <Button block className="desk-next-one" onClick={onNext}>
          {t('desk.next')}
          <Kbd>F2</Kbd>
        </Button>
      </div>
      <h3 className="desk-head">
        {t('case.stages')} <StateTag state={subject.state} />
      </h3>
      <CaseStages subject={subject} />
    </div>
  );
}
