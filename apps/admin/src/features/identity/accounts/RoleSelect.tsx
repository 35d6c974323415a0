import type { Dto } from '@yikou/api-client';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { words } from '../../../messages/zh-CN/words';

type Role = Dto<'Role'>;

const ROLES = Object.keys(words.role) as Role[];
/** High enough for every role, so that none has to be scrolled for. */
const ALL_IN_VIEW = 400;

interface Props {
  /** Given by the form that it stands in. */
  id?: string;
  value?: Role | undefined;
  onChange?: (role: Role | undefined) => void;
  label?: string;
  placeholder?: string;
  allowClear?: boolean;
}

export function RoleSelect({ label, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Select<Role>
      {...rest}
      listHeight={ALL_IN_VIEW}
      aria-label={label}
      options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
    />
  );
}
