import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../../ui/problem';
import type { ProgressQuestion } from '../api/progress';

interface Props {
  number: string;
  error: unknown;
  asking: boolean;
  onAsk: (query: ProgressQuestion) => void;
}

export function ProgressForm({ number, error, asking, onAsk }: Props) {
  const { t } = useTranslation();
  return (
    <Form<ProgressQuestion>
      className="panel progress-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ number }}
      onFinish={onAsk}
    >
      <Form.Item
        name="number"
        label={t('progress.number')}
        extra={t('progress.numberHint')}
        normalize={(text: string) => text.replace(/\s/g, '')}
        rules={[{ required: true, pattern: /^\d{22,30}$/, message: t('progress.numberWrong') }]}
      >
        <Input inputMode="numeric" maxLength={30} className="number" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="identityTail"
        label={t('progress.tail')}
        extra={t('progress.tailHint')}
        normalize={(text: string) => text.trim().toUpperCase()}
        rules={[{ required: true, pattern: /^[0-9A-Z]{4}$/, message: t('progress.tailWrong') }]}
      >
        <Input
          maxLength={4}
          className="number progress-tail"
          autoComplete="off"
          autoFocus={!!number}
        />
      </Form.Item>
      {error !== null && (
        <Form.Item>
          <Alert type="error" showIcon title={sentenceOf(error, t)} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={asking}>
        {t('progress.submit')}
      </Button>
    </Form>
  );
}
