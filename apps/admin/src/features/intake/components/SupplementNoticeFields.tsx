import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { materialsQuery } from '../api/materials';
import './notice.css';

/** Begins with what the checklist says is missing, and how the item says to get it. */
export function SupplementNoticeFields({
  subject,
}: {
  subject: { id: string; supplementCount: number };
}) {
  const materials = useQuery(materialsQuery(subject.id));
  return (
    <QueryView query={materials} rows={4}>
      {({ items, missing }) => (
        <>
          {subject.supplementCount > 0 && <NewFacts />}
          <NoticeList
            initial={missing.map((name) => ({
              name,
              howToGet: items.find((one) => one.name === name)?.note ?? '',
            }))}
          />
        </>
      )}
    </QueryView>
  );
}

/** R73: whoever asks a second time says what was not known before. */
function NewFacts() {
  const { t } = useTranslation();
  const label = t('fields.newFacts');
  return (
    <Form.Item
      name="newFacts"
      label={label}
      rules={[
        { required: true, whitespace: true, message: t('common.required', { field: label }) },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Form.Item>
  );
}

interface Missing {
  name: string;
  howToGet: string;
}

function NoticeList({ initial }: { initial: Missing[] }) {
  const { t } = useTranslation();
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('common.required', { field }) },
  ];
  return (
    <Form.List name="missing" initialValue={initial.length > 0 ? initial : [{}]}>
      {(rows, { add, remove }) => (
        <div className="notice">
          <p className="soft">{t('notice.intro')}</p>
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="notice-row">
              <Form.Item
                name={[name, 'name']}
                label={`${t('notice.missing')} ${name + 1}`}
                rules={needed(t('notice.missing'))}
              >
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item
                name={[name, 'howToGet']}
                label={t('notice.howToGet')}
                rules={needed(t('notice.howToGet'))}
              >
                <Input.TextArea
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  maxLength={500}
                  placeholder={t('notice.howToGetHint')}
                />
              </Form.Item>
              {rows.length > 1 && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('notice.removeOne')}
                  onClick={() => remove(name)}
                />
              )}
            </fieldset>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>
            {t('notice.add')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
