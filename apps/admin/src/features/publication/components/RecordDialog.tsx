import type { Dto } from '@yikou/api-client';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { POSTED_CHANNELS, type PostedChannel } from '../api/publications';
import { useRecord } from '../api/record';

interface Props {
  rows: Dto<'PublicationRowDto'>[];
  /** What the list is narrowed to. */
  channel: PostedChannel | undefined;
  onDone: (recorded: Dto<'RecordedPublicationDto'>[]) => void;
  onClose: () => void;
}

interface Entered {
  channels: PostedChannel[];
  postedOn?: string;
  place?: string;
}

export function RecordDialog({ rows, channel, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const record = useRecord();
  const label = t('publications.channel');
  return (
    <FormDialog<Entered>
      title={t('publications.record')}
      okText={t('publications.record')}
      intro={t('publications.recordNote', { count: rows.length })}
      initial={{ channels: channel ? [channel] : [] }}
      onSubmit={async (entered) => onDone(await record({ rows, ...entered }))}
      onClose={onClose}
    >
      <Form.Item
        name="channels"
        label={label}
        // Not `required`: that would say so on a group, which no screen reader knows what to do with.
        rules={[
          {
            validator: (_, chosen: PostedChannel[]) =>
              someOf(chosen, t('common.choose', { field: label })),
          },
        ]}
      >
        <Checkbox.Group
          options={POSTED_CHANNELS.map((value) => ({
            value,
            label: t(`publications.channelWords.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="postedOn" label={t('publications.postedOn')} extra={t('publications.today')}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="place" label={t('publications.place')}>
        <Input maxLength={100} placeholder={t('publications.placeHint')} />
      </Form.Item>
    </FormDialog>
  );
}

async function someOf(chosen: PostedChannel[], message: string): Promise<void> {
  if (chosen.length === 0) throw new Error(message);
}
