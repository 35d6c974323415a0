import { PrinterOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrawer } from '../../ui/FileDrawer';
import { sentenceOf } from '../../ui/problem';
import { addressOfPaper, printPaper } from './papers';

interface Props {
  paper: Dto<'PaperDto'>;
  onPrinted: () => void;
  onClose: () => void;
}

/** A paper as it was printed first; printing is noted before the printer is asked for. */
export function PaperDrawer({ paper, onPrinted, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const address = addressOfPaper(paper.id);
  const print = async () => {
    setBusy(true);
    try {
      await printPaper(paper.id);
      onPrinted();
      frameOf(address)?.print();
    } catch (error) {
      void message.error(sentenceOf(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FileDrawer
      title={`${paper.title} ${paper.number}`}
      address={address}
      kind="pdf"
      download={address}
      onClose={onClose}
      extra={
        paper.allowedActions.includes('print') && (
          <Button
            type="primary"
            icon={<PrinterOutlined aria-hidden />}
            loading={busy}
            onClick={() => void print()}
          >
            {t(paper.prints > 0 ? 'papers.reprint' : 'papers.print')}
          </Button>
        )
      }
    />
  );
}

function frameOf(address: string): Window | null {
  const frame = document.querySelector<HTMLIFrameElement>(`iframe[src="${address}"]`);
  return frame?.contentWindow ?? null;
}
