import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormDialog } from '../../../ui/FormDialog';
import { sentenceOf } from '../../../ui/problem';
import { useConsultationAct, type Consultation, type ConsultationAct } from '../api/consultations';
import { HandOverDialog } from './HandOverDialog';

type Verb = Consultation['allowedActions'][number];

/** The buttons of one consultation: what the server says may be done, and nothing else. */
export function ConsultationActions({ subject }: { subject: Consultation }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const act = useConsultationAct();
  const [asking, setAsking] = useState<Verb>();
  const perform = async (how: ConsultationAct) => {
    await act.mutateAsync({ subject, act: how });
    void message.success(t(`reception.done.${how.verb}`));
    setAsking(undefined);
  };
  const press = (verb: Verb) => {
    if (verb === 'accept' || verb === 'takeBack') {
      perform({ verb }).catch((error: unknown) => void message.error(sentenceOf(error, t)));
    } else setAsking(verb);
  };
  const close = () => setAsking(undefined);
  return (
    <>
      {subject.allowedActions.map((verb) =>
        verb === 'openCase' ? (
          <Link key={verb} to={`/desk?consultation=${subject.id}`}>
            {t('reception.verbs.openCase')}
          </Link>
        ) : (
          <Button key={verb} size="small" loading={act.isPending} onClick={() => press(verb)}>
            {t(`reception.verbs.${verb}`)}
          </Button>
        ),
      )}
      {asking === 'answer' && (
        <FormDialog<{ answer?: string }>
          title={t('reception.verbs.answer')}
          okText={t('reception.verbs.answer')}
          onSubmit={({ answer }) =>
            perform({ verb: 'answer', input: answer?.trim() ? { answer } : {} })
          }
          onClose={close}
        >
          <Form.Item
            name="answer"
            label={`${t('reception.answerText')}（${t('common.optional')}）`}
          >
            <Input.TextArea autoFocus maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </FormDialog>
      )}
      {asking === 'decline' && <DeclineDialog onClose={close} perform={perform} />}
      {asking === 'handOver' && (
        <HandOverDialog
          onSubmit={(input) => perform({ verb: 'handOver', input })}
          onClose={close}
        />
      )}
    </>
  );
}

interface DeclineProps {
  perform: (how: ConsultationAct) => Promise<unknown>;
  onClose: () => void;
}

function DeclineDialog({ perform, onClose }: DeclineProps) {
  const { t } = useTranslation();
  const label = t('reception.declineReason');
  return (
    <FormDialog<{ reason: string }>
      title={t('reception.verbs.decline')}
      okText={t('reception.verbs.decline')}
      onSubmit={(input) => perform({ verb: 'decline', input })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={label}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: label }) },
        ]}
      >
        <Input autoFocus maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
