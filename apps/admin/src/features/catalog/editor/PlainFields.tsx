import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { standard } from '../../../messages/zh-CN/standard';
import { words } from '../../../messages/zh-CN/words';
import { themesQuery } from '../api/themes';
import { vocabularyQuery } from '../api/vocabulary';
import { codeWords } from '../standard/words';
import { CategorySelect } from './CategorySelect';
import { Field } from './Field';

function useChoices() {
  const { t } = useTranslation();
  return (field: string, codes: object) =>
    Object.keys(codes).map((value) => ({ value, label: codeWords(field, value, t) }));
}

export function IdentityFields() {
  const choices = useChoices();
  return (
    <div className="fields">
      <Field path="code">
        <Input disabled />
      </Field>
      <Field path="level">
        <Select disabled options={choices('level', words.level)} />
      </Field>
      <Field path="name" className="field-wide">
        <Input.TextArea autoSize maxLength={200} />
      </Field>
      <Field path="nameEn">
        <Input maxLength={200} />
      </Field>
      <Field path="class">
        <Radio.Group options={choices('class', standard.itemClass)} />
      </Field>
      <Field path="basicCode">
        <Input maxLength={64} />
      </Field>
      <Field path="implementationCode">
        <Input maxLength={64} />
      </Field>
    </div>
  );
}

export function KindFields() {
  const choices = useChoices();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const { data: themes } = useQuery(themesQuery());
  return (
    <div className="fields">
      <Field path="category">
        <CategorySelect categories={vocabulary?.categories ?? []} />
      </Field>
      <Field path="themes">
        <Select
          mode="tags"
          options={(themes?.items ?? []).map(({ theme }) => ({ value: theme, label: theme }))}
        />
      </Field>
      <Field path="serviceObjects">
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(vocabulary?.serviceObjects ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${name}`,
          }))}
        />
      </Field>
      <Field path="serviceObject">
        <Input maxLength={200} />
      </Field>
      <Field path="featuredTags">
        <Select mode="multiple" options={choices('featuredTags', standard.featuredTag)} />
      </Field>
    </div>
  );
}

export function PathFields() {
  const choices = useChoices();
  return (
    <div className="fields">
      <Field path="handlingKind">
        <Radio.Group options={choices('handlingKind', words.handlingKind)} />
      </Field>
      <Field path="closure">
        <Radio.Group options={choices('closure', words.closure)} />
      </Field>
      <Field path="ownerDepartment">
        <Input maxLength={200} />
      </Field>
      <Field path="leadDepartment">
        <Input maxLength={200} />
      </Field>
    </div>
  );
}

export function LimitFields() {
  const choices = useChoices();
  const units = choices('unit', standard.dayUnit);
  const days = <InputNumber min={0} max={3650} precision={0} />;
  return (
    <div className="fields fields-narrow">
      <Field path="limits.promised.amount" also="limits.promised">
        {days}
      </Field>
      <Field path="limits.promised.unit">
        <Radio.Group options={units} />
      </Field>
      <Field path="limits.onTheSpotMinutes">
        <InputNumber min={0} max={1440} precision={0} />
      </Field>
      <Field path="limits.statutory.amount" also="limits.statutory">
        {days}
      </Field>
      <Field path="limits.statutory.unit">
        <Radio.Group options={units} />
      </Field>
      <Field path="limits.statutoryNote" className="field-wide">
        <Input.TextArea autoSize maxLength={500} />
      </Field>
    </div>
  );
}

const FEN = 100;

export function FeeFields() {
  const { t } = useTranslation();
  return (
    <div className="fields">
      <Field path="fee.charged" also="fee">
        <Radio.Group
          options={[
            { value: false, label: t('guide.free') },
            { value: true, label: t('guide.charged') },
          ]}
        />
      </Field>
      <Field
        path="fee.amountFen"
        getValueProps={(fen?: number | null) => ({ value: fen == null ? null : fen / FEN })}
        normalize={(yuan?: number | null) => (yuan == null ? null : Math.round(yuan * FEN))}
      >
        <InputNumber min={0} max={1_000_000} precision={2} />
      </Field>
      <Field path="fee.amount">
        <Input maxLength={200} />
      </Field>
      <Field path="fee.basis">
        <Input.TextArea autoSize maxLength={500} />
      </Field>
    </div>
  );
}

export function DeliveryField() {
  const choices = useChoices();
  return (
    <Field path="deliveryMethods">
      <Select mode="multiple" options={choices('deliveryMethods', words.delivery)} />
    </Field>
  );
}

export function PlaceFields() {
  return (
    <div className="fields">
      <Field path="onSiteVisits">
        <InputNumber min={0} max={99} precision={0} />
      </Field>
      <Field path="visitsReason">
        <Input.TextArea autoSize maxLength={500} />
      </Field>
      <Field path="crossRegion">
        <Input maxLength={200} />
      </Field>
      <Field path="dedicatedNetwork">
        <Input maxLength={200} />
      </Field>
    </div>
  );
}

export function NoteFields() {
  const choices = useChoices();
  return (
    <div className="fields">
      <Field path="source">
        <Input.TextArea autoSize maxLength={500} />
      </Field>
      <Field path="confidence">
        <Select allowClear options={choices('confidence', words.confidence)} />
      </Field>
      <Field path="note" className="field-wide">
        <Input.TextArea autoSize maxLength={1000} />
      </Field>
    </div>
  );
}
