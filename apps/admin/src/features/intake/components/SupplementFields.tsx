import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { materialsQuery } from '../api/materials';
import './notice.css';

/** Which of the outstanding materials the applicant has now brought. */
export function SupplementFields({ subject }: { subject: { id: string } }) {
  const { t } = useTranslation();
  const materials = useQuery(materialsQuery(subject.id));
  return (
    <QueryView query={materials} rows={4}>
      {({ items }) => {
        const outstanding = items.filter((one) => !one.received);
        return (
          <Form.Item name="receivedMaterials" label={t('notice.received')} initialValue={[]}>
            {outstanding.length === 0 ? (
              <p>{t('notice.nothing')}</p>
            ) : (
              <Checkbox.Group
                className="supplement-options"
                options={outstanding.map(({ position, name }) => ({
                  value: position,
                  label: name,
                }))}
              />
            )}
          </Form.Item>
        );
      }}
    </QueryView>
  );
}
