import { CommentOutlined } from '@ant-design/icons';
import { App, Badge, Button, Drawer, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { stamp } from '../../../ui/time';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { useSubmit } from '../../../ui/use-submit';
import { useChangeDraft, type Draft } from '../api/change-draft';
import { fieldWords } from '../standard/words';
import './comments.css';

type Comment = Draft['comments'][number];

/** What was said about a field or about something inside it. */
export function commentsOn(comments: readonly Comment[], field: string): Comment[] {
  return comments.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
}

interface ButtonProps {
  field: string;
  count: number;
  onOpen: (field: string) => void;
}

/** At the field: how much was said about it, and the way to the thread. */
export function CommentButton({ field, count, onOpen }: ButtonProps) {
  const { t } = useTranslation();
  const label = t('comments.open', { field: fieldWords(field, t) });
  const words = count > 0 ? `${label}（${t('comments.count', { count })}）` : label;
  return (
    <Badge count={count} size="small" className="comment-badge">
      <Button
        type="text"
        size="small"
        icon={<CommentOutlined aria-hidden />}
        aria-label={words}
        title={words}
        onClick={() => onOpen(field)}
      />
    </Badge>
  );
}

interface PanelProps {
  draft: Draft;
  /** `*` for everything that was said. */
  field: string;
  onClose: () => void;
}

const WIDTH = 420;
const LONGEST = 500;

/** The thread of a field in a side panel, with room for a further word. */
export function CommentPanel({ draft, field, onClose }: PanelProps) {
  const { t } = useTranslation();
  const isAll = field === '*';
  const shown = isAll ? draft.comments : commentsOn(draft.comments, field);
  useReturnFocus();
  return (
    <Drawer
      open
      size={WIDTH}
      title={isAll ? t('comments.title') : t('comments.of', { field: fieldWords(field, t) })}
      onClose={onClose}
    >
      {shown.length === 0 ? (
        <p className="soft">{t('comments.none')}</p>
      ) : (
        <ol className="comment-list">
          {shown.map(({ id, field: at, text, authorName, at: when }) => (
            <li key={id}>
              <p className="cell-sub">
                {authorName} · <span className="number">{stamp(when)}</span>
                {at !== field && ` · ${at === '*' ? t('comments.whole') : fieldWords(at, t)}`}
              </p>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
      <CommentForm draft={draft} field={field} />
    </Drawer>
  );
}

function CommentForm({ draft, field }: Pick<PanelProps, 'draft' | 'field'>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const change = useChangeDraft(draft.id);
  const { submit, refusal, pending } = useSubmit(form, async ({ text }: { text: string }) => {
    await change.mutateAsync({ does: 'comment', body: { field, text } });
    form.resetFields();
    void message.success(t('comments.sent'));
  });
  const label = t('comments.text');
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(its) => void submit(its)}>
      <Form.Item
        name="text"
        label={label}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: label }) },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={LONGEST} showCount />
      </Form.Item>
      <Refused error={refusal} />
      <Button htmlType="submit" type="primary" loading={pending}>
        {t('comments.send')}
      </Button>
    </Form>
  );
}
