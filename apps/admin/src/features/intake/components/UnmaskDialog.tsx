import type { Dto } from '@yikou/api-client';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { useUnmask } from '../api/unmask';

const USUAL = ['document', 'call', 'result', 'review'] as const;
const LONGEST = 200;

interface Props {
  caseId: string;
  onShown: (clear: Dto<'ClearApplicantDto'>) => void;
  onClose: () => void;
}

/** Asks why, and says that the answer is kept. */
export function UnmaskDialog({ caseId, onShown, onClose }: Props) {
  const { t } = useTranslation();
  const unmask = useUnmask(caseId, (clear) => {
    onClose();
    onShown(clear);
  });
  return (
    <FormDialog<Dto<'UnmaskDto'>>
      title={t('applicant.unmaskTitle')}
      okText={t('applicant.unmaskSubmit')}
      intro={t('applicant.unmaskText')}
      onSubmit={unmask.mutateAsync}
      onClose={onClose}
    >
      <ReasonField />
    </FormDialog>
  );
}

function ReasonField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Dto<'UnmaskDto'>>();
  const label = t('applicant.reason');
  return (
    <>
      <Form.Item
        name="reason"
        label={label}
        normalize={(text: string) => text.trimStart()}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: label }) },
        ]}
      >
        <Input.TextArea
          placeholder={t('applicant.reasonHint')}
          autoSize={{ minRows: 2, maxRows: 4 }}
          maxLength={LONGEST}
          showCount
        />
      </Form.Item>
      <div className="usual-reasons">
        {USUAL.map((usual) => (
          <Button
            key={usual}
            size="small"
            onClick={() => form.setFieldValue('reason', t(`applicant.usual.${usual}`))}
          >
            {t(`applicant.usual.${usual}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
