import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../../../ui/problem';
import { useCorrect } from '../api/correct';

/** A closed case stays closed: a new one of the same applicant and item refers to it. */
export function CorrectButton({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const navigate = useNavigate();
  const correct = useCorrect(caseId);
  const label = t('case.correctionReason');
  const submit = ({ reason }: { reason: string }) =>
    correct.mutate(
      { reason, receivedMaterials: [] },
      {
        onSuccess: ({ id }) => {
          setAsking(false);
          void navigate(`/cases/${id}`);
        },
      },
    );
  return (
    <>
      <Button block onClick={() => setAsking(true)}>
        {t('case.correct')}
      </Button>
      <Modal
        open={asking}
        title={t('case.correct')}
        okText={t('case.correct')}
        cancelText={t('common.cancel')}
        confirmLoading={correct.isPending}
        onCancel={() => setAsking(false)}
        onOk={form.submit}
      >
        <p>{t('case.correctAsk')}</p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item
            name="reason"
            label={label}
            rules={[
              { required: true, whitespace: true, message: t('common.required', { field: label }) },
            ]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
        </Form>
        {correct.error && <Alert type="error" showIcon title={sentenceOf(correct.error, t)} />}
      </Modal>
    </>
  );
}
