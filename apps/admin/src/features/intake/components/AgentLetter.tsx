import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { applicantQuery } from '../api/applicant';

/** The scan of the authorisation letter; nothing where the applicant came in person. */
export function AgentLetter({ caseId, mayAttach }: { caseId: string; mayAttach: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: applicant } = useQuery(applicantQuery(caseId));
  const attach = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return bodyOf(
        api.POST('/api/v1/cases/{id}/agent/letter', {
          params: { path: { id: caseId } },
          body: body as never,
          bodySerializer: (form: unknown) => form as FormData,
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: applicantQuery(caseId).queryKey }),
  });
  if (!applicant?.agent) return null;
  const { letter } = applicant.agent;
  return (
    <div className="agent-letter no-print">
      {letter ? (
        <a href={`/api/v1/cases/${caseId}/agent/letter`} download>
          <PaperClipOutlined aria-hidden /> {t('agent.letter')}：{letter.name}
        </a>
      ) : (
        <span className="soft">{t('agent.noLetter')}</span>
      )}
      {mayAttach && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach.mutate(file);
            return false;
          }}
        >
          <Button size="small" icon={<UploadOutlined aria-hidden />} loading={attach.isPending}>
            {t('agent.attach')}
          </Button>
        </Upload>
      )}
      <Refused error={attach.error} />
    </div>
  );
}
