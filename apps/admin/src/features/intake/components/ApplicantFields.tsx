import { Form, Input, Segmented, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';

const KINDS = ['PERSON', 'ORGANISATION'] as const;

interface Props {
  nameRef: RefObject<InputRef | null>;
}

/** The names of the fields are those of the API, so that its refusals find their field. */
export function ApplicantFields({ nameRef }: Props) {
  const { t } = useTranslation();
  const kind = Form.useWatch<(typeof KINDS)[number] | undefined>(['applicant', 'kind']);
  const organisation = kind === 'ORGANISATION';
  const nameLabel = t(organisation ? 'applicant.orgName' : 'applicant.name');
  const numberLabel = t(organisation ? 'applicant.credit' : 'applicant.identity');
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('common.required', { field }) },
  ];
  return (
    <div className="applicant-fields">
      <Form.Item name={['applicant', 'kind']} label={t('applicant.kind')}>
        <Segmented
          block
          options={KINDS.map((value) => ({ value, label: t(`applicantKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name={['applicant', 'name']} label={nameLabel} rules={needed(nameLabel)}>
        <Input ref={nameRef} maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['applicant', 'identityNumber']}
        label={numberLabel}
        rules={needed(numberLabel)}
        normalize={(text: string) => text.toUpperCase().replace(/\s/g, '')}
      >
        <Input className="number" maxLength={18} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name={['applicant', 'telephone']}
        label={t('applicant.telephone')}
        rules={needed(t('applicant.telephone'))}
      >
        <Input className="number" maxLength={20} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item
        className="applicant-address"
        name={['applicant', 'address']}
        label={`${t('applicant.address')}（${t('applicant.optional')}）`}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
