import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { Refused } from '../../../ui/Refused';
import { stamp } from '../../../ui/time';
import { trackingQuery, useNameFollower, useTellProgress } from '../api/tracking';
import './tracking.css';

/** R70: who follows the case, and what they told the applicant. */
export function CaseTracking({ caseId }: { caseId: string }) {
  const query = useQuery(trackingQuery(caseId));
  return (
    <QueryView query={query} rows={2}>
      {(tracking) => (
        <>
          <Follower caseId={caseId} tracking={tracking} />
          {tracking.mayTell && <Tell caseId={caseId} />}
          <Messages messages={tracking.messages} />
        </>
      )}
    </QueryView>
  );
}

function Follower({ caseId, tracking }: { caseId: string; tracking: Dto<'TrackingDto'> }) {
  const { t } = useTranslation();
  const name = useNameFollower(caseId);
  const { follower, colleagues } = tracking;
  if (colleagues.length === 0) {
    return (
      <p>{follower ? t('tracking.followedBy', { name: follower.name }) : t('tracking.none')}</p>
    );
  }
  return (
    <>
      <Select
        className="tracking-follower"
        aria-label={t('tracking.follower')}
        placeholder={t('tracking.choose')}
        value={follower?.id ?? null}
        loading={name.isPending}
        onChange={(id: string | null) => id && name.mutate(id)}
        options={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <Refused error={name.error} />
    </>
  );
}

function Tell({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ text: string }>();
  const tell = useTellProgress(caseId);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="no-print"
      onFinish={({ text }) => tell.mutate(text, { onSuccess: () => form.resetFields() })}
    >
      <Form.Item
        name="text"
        label={t('tracking.tell')}
        extra={t('tracking.tellHint')}
        rules={[{ required: true, min: 2, message: t('tracking.tellNeeded') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Refused error={tell.error} />
      <Button htmlType="submit" loading={tell.isPending}>
        {t('tracking.send')}
      </Button>
    </Form>
  );
}

function Messages({ messages }: { messages: readonly Dto<'ProgressMessageDto'>[] }) {
  const { t } = useTranslation();
  if (messages.length === 0) return <p className="soft">{t('tracking.empty')}</p>;
  return (
    <ul className="tracking-messages">
      {messages.map(({ at, name, text }) => (
        <li key={at + text}>
          <p>{text}</p>
          <p className="soft">
            {stamp(at)} {name}
          </p>
        </li>
      ))}
    </ul>
  );
}
