import type { Dto } from '@yikou/api-client';
import { Alert, Button, Form, type InputRef } from 'antd';
import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameOf } from '../../features/catalog/item-name';
import { useRegister, type OfConsultation } from '../../features/intake/api/register';
import { AgentFields } from '../../features/intake/components/AgentFields';
import { ApplicantFields } from '../../features/intake/components/ApplicantFields';
import { Checklist } from '../../features/intake/components/Checklist';
import { draftRows } from '../../features/intake/row-materials';
import type { useStagedFiles } from '../../features/intake/use-staged-files';
import { Kbd } from '../../ui/Kbd';
import { isProblem, sentenceOf, showAtFields } from '../../ui/problem';
import { useHotkeys } from '../../ui/use-hotkeys';
import type { ApplicantDraft, DraftForm } from './draft';

interface Props {
  item: Dto<'ItemDto'>;
  applicant: ApplicantDraft;
  onApplicant: (applicant: ApplicantDraft) => void;
  files: ReturnType<typeof useStagedFiles>;
  nameRef: RefObject<InputRef | null>;
  onRegistered: (caseId: string) => void;
  consultation?: OfConsultation | undefined;
}

/** The draft of one case; the server's refusals are shown at the field they name. */
export function DeskDraft(props: Props) {
  const {
    item,
    applicant: entered,
    onApplicant,
    files,
    nameRef,
    onRegistered,
    consultation,
  } = props;
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<DraftForm>();
  const register = useRegister(consultation);
  const [received, setReceived] = useState<ReadonlySet<number>>(new Set());
  const [refusal, setRefusal] = useState<unknown>(null);

  const tick = (position: number, on: boolean) =>
    setReceived((before) => {
      const after = new Set(before);
      if (on) after.add(position);
      else after.delete(position);
      return after;
    });
  const submit = ({ applicant, agent }: DraftForm) => {
    setRefusal(null);
    const address = applicant.address?.trim();
    register.mutate(
      {
        itemCode: item.code,
        applicant: { ...applicant, ...(address ? { address } : { address: undefined }) },
        ...(agent ? { agent } : {}),
        receivedMaterials: [...received].sort((a, b) => a - b),
      },
      {
        onSuccess: ({ id }) => {
          onRegistered(id);
          void files.sendAll(id);
        },
        onError: (error) => {
          const placed = isProblem(error) && showAtFields(form, error);
          setRefusal(placed ? null : error);
        },
      },
    );
  };
  useHotkeys({ F8: form.submit });
  useEffect(() => nameRef.current?.focus(), [nameRef]);

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ applicant: { kind: 'PERSON', ...entered } }}
      scrollToFirstError={{ focus: true }}
      onValuesChange={(_, { applicant }) => onApplicant(applicant)}
      onFinish={submit}
      className="desk-draft"
    >
      <div className="desk-scroll panel-body">
        <p className="desk-item">
          {nameOf(item, i18n.language)}
          <Link to={`/items/${item.code}`} target="_blank">
            {t('desk.guide')}
          </Link>
        </p>
        <h3 className="desk-head">{t('applicant.title')}</h3>
        <ApplicantFields nameRef={nameRef} />
        <AgentFields />
        <h3 className="desk-head">{t('materials.checklist')}</h3>
        <Checklist
          materials={draftRows(item.materials, received)}
          staged={files.staged}
          onReceiveAll={() => setReceived(new Set(item.materials.map((_, position) => position)))}
          actions={{
            onReceive: tick,
            onAttach: (position, file) => {
              files.stage(position, file);
              tick(position, true);
            },
            onRemove: files.remove,
            onRetry: () => undefined,
          }}
        />
      </div>
      <footer className="desk-foot">
        {refusal !== null && <Alert type="error" showIcon title={sentenceOf(refusal, t)} />}
        <Button type="primary" size="large" block htmlType="submit" loading={register.isPending}>
          {t('desk.register')}
          <Kbd>F8</Kbd>
        </Button>
      </footer>
    </Form>
  );
}
