import { FilePdfOutlined } from '@ant-design/icons';
import { Space } from 'antd';
import { useTranslation } from 'react-i18next';

const PAPERS = ['guide', 'poster', 'brochure'] as const;

/** The item's printed forms, made from the version in force: guide, poster and brochure. */
export function EntryDocuments({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <Space wrap size="middle">
      {PAPERS.map((paper) => (
        <a key={paper} href={`/guide/items/${encodeURIComponent(code)}/${paper}.pdf`} download>
          <FilePdfOutlined aria-hidden /> {t(`books.papers.${paper}`)}
        </a>
      ))}
    </Space>
  );
}
