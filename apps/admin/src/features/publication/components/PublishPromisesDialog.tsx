import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { usePublishPromises } from '../api/promises';

type Version = Dto<'PublishedPromisesDto'>;
type Entered = Pick<Dto<'PublishPromisesDto'>, 'promises' | 'effectiveFrom'>;

interface Props {
  unitId: string;
  /** What the new version is made out of. */
  latest: Version | undefined;
  onDone: (published: Version) => void;
  onClose: () => void;
}

const MOST = 30;

export function PublishPromisesDialog({ unitId, latest, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { mutateAsync } = usePublishPromises(unitId);
  const send = async ({ promises, effectiveFrom }: Entered) =>
    onDone(
      await mutateAsync({
        replaces: latest?.number ?? 0,
        promises,
        ...(effectiveFrom ? { effectiveFrom } : {}),
      }),
    );
  return (
    <FormDialog<Entered>
      title={t('promises.publish')}
      okText={t('promises.publish')}
      intro={t('promises.publishIntro')}
      initial={{ promises: latest?.promises ?? [{ title: '', text: '' }] }}
      onSubmit={send}
      onClose={onClose}
    >
      <PromiseFields />
      <Form.Item
        name="effectiveFrom"
        label={t('promises.effectiveFrom')}
        extra={t('promises.today')}
      >
        <DayPicker />
      </Form.Item>
    </FormDialog>
  );
}

function PromiseFields() {
  const { t } = useTranslation();
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('common.required', { field }) },
  ];
  return (
    <Form.List name="promises">
      {(rows, { add, remove, move }) => (
        <>
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="promise-row">
              <legend>{t('promises.one', { number: name + 1 })}</legend>
              <Form.Item
                name={[name, 'title']}
                label={t('promises.name')}
                rules={needed(t('promises.name'))}
              >
                <Input maxLength={50} placeholder={t('promises.nameHint')} />
              </Form.Item>
              <Form.Item
                name={[name, 'text']}
                label={t('promises.text')}
                rules={needed(t('promises.text'))}
              >
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
              </Form.Item>
              <div className="promise-row-tools">
                <Button
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={t('promises.up', { number: name + 1 })}
                  disabled={name === 0}
                  onClick={() => move(name, name - 1)}
                />
                <Button
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('promises.remove', { number: name + 1 })}
                  disabled={rows.length === 1}
                  onClick={() => remove(name)}
                />
              </div>
            </fieldset>
          ))}
          <Form.Item>
            <Button
              icon={<PlusOutlined aria-hidden />}
              disabled={rows.length >= MOST}
              onClick={() => add({ title: '', text: '' })}
            >
              {t('promises.add')}
            </Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
