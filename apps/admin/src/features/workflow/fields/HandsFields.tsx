import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../api/colleagues';
import { OpinionField, ReasonField } from './TextFields';

interface Props {
  subject: Dto<'CaseDto'>;
}

function ColleagueField({ subject }: Props) {
  const { t } = useTranslation();
  const people = useQuery(colleaguesQuery(subject.id));
  const label = t('fields.colleague');
  return (
    <Form.Item
      name="accountId"
      label={label}
      rules={[{ required: true, message: t('common.choose', { field: label }) }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={people.isPending}
        options={people.data?.items.map(({ accountId, displayName, roles }) => ({
          value: accountId,
          label: `${displayName}（${roles.map((role) => t(`role.${role}`)).join('、')}）`,
        }))}
      />
    </Form.Item>
  );
}

/** Which of the steps side by side is meant; drawn only where there is a choice (R74). */
function TaskField({ subject, verb }: Props & { verb: Dto<'CaseVerb'> }) {
  const { t } = useTranslation();
  const tasks = subject.tasks.filter(({ allowedActions }) => allowedActions.includes(verb));
  if (tasks.length < 2) return null;
  return (
    <Form.Item name="taskId" label={t('fields.task')} initialValue={tasks[0]?.id}>
      <Select options={tasks.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}

function Words({ name, most }: { name: 'question' | 'notice'; most: number }) {
  const { t } = useTranslation();
  const label = t(`fields.${name}`);
  return (
    <Form.Item
      name={name}
      label={label}
      {...(name === 'notice' ? { extra: t('fields.noticeHint') } : {})}
      rules={[
        { required: true, whitespace: true, message: t('common.required', { field: label }) },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={most} />
    </Form.Item>
  );
}

export function ReassignFields({ subject }: Props) {
  return (
    <>
      <TaskField subject={subject} verb="reassign" />
      <ColleagueField subject={subject} />
    </>
  );
}

export function AskHelpFields({ subject }: Props) {
  return (
    <>
      <TaskField subject={subject} verb="askHelp" />
      <ColleagueField subject={subject} />
      <Words name="question" most={2000} />
    </>
  );
}

export function GiveHelpFields({ subject }: Props) {
  return (
    <>
      <TaskField subject={subject} verb="giveHelp" />
      <OpinionField />
    </>
  );
}

export function RecuseFields({ subject }: Props) {
  return (
    <>
      <TaskField subject={subject} verb="recuse" />
      <ReasonField />
    </>
  );
}

export function CompleteFields({ subject }: Props) {
  return (
    <>
      <TaskField subject={subject} verb="complete" />
      <OpinionField />
    </>
  );
}

export function ExtendFields({ subject }: Props) {
  const { t } = useTranslation();
  const most = subject.extensionLimit;
  return (
    <>
      <TaskField subject={subject} verb="extend" />
      <Form.Item
        name="days"
        label={t('fields.days')}
        extra={t('fields.daysHint', { most })}
        initialValue={most}
        rules={[{ required: true, message: t('common.required', { field: t('fields.days') }) }]}
      >
        <InputNumber min={1} max={most} precision={0} />
      </Form.Item>
      <ReasonField />
      <Words name="notice" most={500} />
    </>
  );
}
