import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from './problem';

/** Why something was not done, where the person looks; nothing as long as nothing was refused. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  return <Alert className="refused" type="error" showIcon title={sentenceOf(error, t)} />;
}
