import type { Dto } from '@yikou/api-client';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeDestruction, useDownloadArchive } from './api';

/** The applicant's data is in it: whoever consults it says why. */
export function ConsultDialog({
  archive,
  onClose,
}: {
  archive: Dto<'ArchiveDto'>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { mutateAsync } = useDownloadArchive();
  const send = async (reason: string) => {
    const file = await mutateAsync({ id: archive.id, reason });
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = `${archive.catalogueNumber}.zip`;
    link.click();
    // The browser has taken hold of the content by the next turn.
    setTimeout(() => URL.revokeObjectURL(address));
    onClose();
  };
  return (
    <TextDialog
      title={t('archives.consult')}
      intro={t('archives.consultIntro', { number: archive.catalogueNumber })}
      label={t('archives.reason')}
      onSend={send}
      onClose={onClose}
    />
  );
}

export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeDestruction();
  const send = async (text: string) => {
    await mutateAsync({ does: 'propose', text });
    void message.success(t('archives.proposed'));
    onClose();
  };
  return (
    <TextDialog
      title={t('archives.propose')}
      intro={t('archives.proposeIntro')}
      label={t('archives.proposeReason')}
      onSend={send}
      onClose={onClose}
    />
  );
}

interface DecideProps {
  list: Dto<'DestructionDto'>;
  does: 'approve' | 'refuse';
  onClose: () => void;
}

export function DecideDialog({ list, does, onClose }: DecideProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeDestruction();
  const send = async (text: string) => {
    await mutateAsync({ does, id: list.id, text });
    void message.success(t(`archives.decided.${does}`));
    onClose();
  };
  return (
    <TextDialog
      danger={does === 'approve'}
      title={t(`archives.${does}`)}
      intro={t(`archives.${does}Intro`, { count: list.archiveCount, unit: list.unitName })}
      label={t('archives.answer')}
      onSend={send}
      onClose={onClose}
    />
  );
}

interface TextProps {
  title: string;
  intro: ReactNode;
  label: string;
  danger?: boolean;
  onSend: (text: string) => Promise<unknown>;
  onClose: () => void;
}

function TextDialog({ title, intro, label, danger = false, onSend, onClose }: TextProps) {
  const { t } = useTranslation();
  return (
    <FormDialog<{ text: string }>
      danger={danger}
      title={title}
      okText={title}
      intro={intro}
      onSubmit={({ text }) => onSend(text)}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={label}
        rules={[
          {
            required: true,
            min: 2,
            whitespace: true,
            message: t('common.required', { field: label }),
          },
        ]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
